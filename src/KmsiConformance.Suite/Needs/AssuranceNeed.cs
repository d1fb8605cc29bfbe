using System.Globalization;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Needs;

/// <summary>Which level of assurance its owner must claim for a target: limits bind only whoever claims theirs.</summary>
/// <param name="Least">The lowest level that will do; the limits of each level hold for those above.</param>
/// <param name="Line">Where it stands, and <paramref name="Column"/>.</param>
/// <param name="Column">See <paramref name="Line"/>.</param>
internal sealed record AssuranceNeed(string Text, int Least, int Line, int Column) : Need(Name, Text)
{
    /// <summary>How scenarios and target files call it.</summary>
    public const string Name = "assurance";

    private const string Lead = "at least ";

    /// <summary>Reads one, for example <c>at least 2</c>.</summary>
    /// <exception cref="SuiteException">It cannot be understood.</exception>
    public static AssuranceNeed Parse(YamlValue value) =>
        value.Text.StartsWith(Lead, StringComparison.Ordinal)
        && int.TryParse(value.Text[Lead.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var least) && least is >= 1 and <= 3
            ? new AssuranceNeed(value.Text, least, value.Line, value.Column)
            : throw value.Problem($"Expected '{Name}' to be 'at least 1', 'at least 2' or 'at least 3', found '{value.Text}'.");

    protected override string? Has(IKnownSettings settings) => settings.Word(Name) switch
    {
        null => FormattableString.Invariant(
            $"nothing to say of it: if it claims that level, write '{Name}: {Least}' under 'policy' in the target file"),
        var level when int.Parse(level, CultureInfo.InvariantCulture) >= Least => null,
        var level => level,
    };
}
