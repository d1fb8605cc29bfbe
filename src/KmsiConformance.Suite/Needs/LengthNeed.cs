using System.Text.RegularExpressions;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Needs;

/// <summary>How long something must last.</summary>
/// <param name="Relation">How it compares, for example <c>longer than</c>; unused where there must be none.</param>
/// <param name="Than">What it is compared with; null where there must be none.</param>
internal sealed partial record LengthNeed(string Setting, string Text, string Relation, DurationExpression? Than) : Need(Setting, Text)
{
    private const string Same = "exactly";

    // What is taken to hold where nobody says how long: whoever is away for so short a while is forgotten by no sign-in, and by no box
    // that is offered. Whether a length is right is another question, and only who says it is asked that.
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan TakenOfBox = TimeSpan.FromHours(1);

    /// <summary>There must be none of it.</summary>
    public static LengthNeed NoneAtAll(string setting) => new(setting, "none", "", null);

    /// <summary>It must last that long, no more and no less.</summary>
    public static LengthNeed Exactly(string setting, string length) =>
        new(setting, $"{Same} {length}", Same, DurationExpression.Parse(length));

    /// <summary>Reads a comparison, for example <c>longer than session</c>.</summary>
    /// <param name="setting">The setting that is compared.</param>
    /// <param name="text">The comparison.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="SuiteException">It cannot be understood.</exception>
    public static LengthNeed Parse(string setting, string text, YamlValue place)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            throw place.Problem(
                $"Expected '{setting}' to be 'longer than', 'at least', 'exactly', 'at most' or 'shorter than' a duration"
                + $"{(setting == SettingsInForce.SessionName ? "" : ", or 'none'")}, found '{text}'. Two of them are joined by 'and'.");
        try
        {
            return new LengthNeed(setting, text, match.Groups["relation"].Value, DurationExpression.Parse(match.Groups["than"].Value));
        }
        catch (FormatException wrong)
        {
            throw place.Problem(wrong.Message);
        }
    }

    protected override string? Has(IKnownSettings settings)
    {
        if (SettingsInForce.Names.FirstOrDefault(named => IsAbout(named) && !settings.Says(named)) is { } unsaid)
            return IsTaken(settings) ? null : $"nothing to say of {unsaid}";
        var length = settings.Lengths.Find(Setting);
        var has = length is { } known ? Lengths.Words(known) : "none";
        if (Than is null) return length is null ? null : has;
        if (length is not { } there) return has;
        if (SettingsInForce.Names.FirstOrDefault(named => Than.Names(named) && settings.Lengths.Find(named) is null) is { } missing)
            return $"{has} and no {missing}";

        // Written lengths are of sessions that a visit finds again.
        if (Relation != Same && settings.Word("scope") == "suppressed") return "no sessions at all: their scope is suppressed";
        var compared = there.CompareTo(Than.Evaluate(settings.Lengths));
        return Relation switch
        {
            "longer than" => compared > 0,
            "at least" => compared >= 0,
            Same => compared == 0,
            "at most" => compared <= 0,
            _ => compared < 0,
        } ? null : has;
    }

    private bool IsTaken(IKnownSettings settings)
    {
        if (Relation is not ("longer than" or "at least") || Than is not { NamesSettings: false }) return false;
        var offered = Setting == SettingsInForce.KeepAliveName && settings.Word("keep-me-signed-in") == "offered";
        if (!offered && Setting != SettingsInForce.SessionName) return false;
        return Than.Evaluate(settings.Lengths) <= (offered ? TakenOfBox : Taken);
    }

    private bool IsAbout(string setting) => setting == Setting || Than?.Names(setting) == true;

    [GeneratedRegex("^(?<relation>longer than|at least|exactly|at most|shorter than) (?<than>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
