using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Conflicts;

/// <summary>Reads what documents disagree about, and what shows which side a target is on.</summary>
internal static class ConflictsReader
{
    private static readonly string[] Keys = ["scenario", "verdict", "seen"];

    /// <summary>The conflicts of a file.</summary>
    /// <exception cref="SuiteException">Something in it cannot be understood.</exception>
    public static IReadOnlyList<Conflict> Read(YamlFile file) =>
    [
        .. file.Root.Get("conflicts").Items.Select(conflict => new Conflict(
            conflict.Get("id").Text, conflict.Get("question").Text, [.. conflict.Get("sides").Items.Select(side => Side(file, side))])),
    ];

    private static ConflictSide Side(YamlFile file, YamlValue side)
    {
        var (profile, document) = (side.Find("profile"), side.Find("document"));
        if (profile is null == document is null)
            throw side.Problem(
                "Expected either 'profile', the one that reads the document which says so, or 'document' where no profile reads it.");
        return new ConflictSide(
            side.Get("reading").Text, profile?.Text, document?.Text, side.Get("says").Text, [.. Evidence(file, side.Find("seen-when"))]);
    }

    private static IEnumerable<SideEvidence> Evidence(YamlFile file, YamlValue? seenWhen) => seenWhen switch
    {
        null => [],
        { IsMap: true } => [One(file, seenWhen)],
        { IsList: true } => seenWhen.Items.Select(one => One(file, one)),
        _ => throw seenWhen.Problem("Expected a scenario and its verdict here, '{ scenario: …, verdict: PASSED }', or a list of such."),
    };

    private static SideEvidence One(YamlFile file, YamlValue one)
    {
        if (one.Entries.Select(entry => entry.Key).FirstOrDefault(key => !Keys.Contains(key)) is { } unknown)
            throw one.KeyProblem(unknown, $"There is no key '{unknown}' here. Known: {string.Join(", ", Keys)}.");
        var (scenario, verdict, seen) = (one.Get("scenario"), one.Get("verdict"), one.Find("seen"));
        if (!SideEvidence.Verdicts.Contains(verdict.Text))
            throw verdict.Problem(
                $"Expected PASSED, FAILED or WARNING, found '{verdict.Text}': no other verdict shows what a target does.");
        if (verdict.Text == SideEvidence.Passed && seen is not null)
            throw seen.Problem("In a scenario that passed everything was seen that it expects, and 'seen' has no effect. Leave it out.");
        if (verdict.Text != SideEvidence.Passed && string.IsNullOrWhiteSpace(seen?.Text))
            throw (seen ?? one).Problem(
                $"A scenario may be {verdict.Text} for many reasons. Write under 'seen' some words of what it must have seen, as the "
                + "report shows them beside Actual.");
        return new SideEvidence(scenario.Text, verdict.Text, seen?.Text, (file.Name, scenario.Line, scenario.Column));
    }
}
