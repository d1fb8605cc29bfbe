namespace KmsiConformance.Clocks.Processes;

/// <summary>A program with its arguments.</summary>
public sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    /// <summary>The folder that it runs in; null for this process's.</summary>
    public string? Folder { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Program} {string.Join(' ', Arguments)}";
}
