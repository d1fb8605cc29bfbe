namespace KmsiConformance.Reference;

/// <summary>Every fault that the reference can be started with.</summary>
public static class Faults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
    ];

    /// <summary>The fault of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Fault Named(string name) =>
        All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no fault '{name}'. Expected one of: {string.Join(", ", All.Select(f => f.Name))}.", nameof(name));
}
