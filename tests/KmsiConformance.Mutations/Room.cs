namespace KmsiConformance.Mutations;

/// <summary>A project whose sources are changed, and the tests that must notice.</summary>
/// <param name="Name">The project without its prefix, such as <c>Checks</c>.</param>
/// <param name="Tests">Namespaces of fixtures, without the prefix of the test project. Only what needs no browser is played.</param>
internal sealed record Room(string Name, IReadOnlyList<string> Tests)
{
    /// <summary>All, in the order in which a mistake would be worst.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Checks", ["Checks"]),
        new("Runner", ["Runner"]),
        new("Ledger", ["Ledger", "Checks"]),
        new("Cookies", ["Cookies", "Browsers.Simulated"]),
    ];

    public string Project => $"KmsiConformance.{Name}";

    public string Folder(string root) => Path.Combine(root, "src", Project);
}
