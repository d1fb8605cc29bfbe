using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;
using KmsiConformance.Reporting.Timelines;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>What the page draws before anybody opens a scenario.</summary>
/// <param name="ChunkSize">How many scenarios each block of details has; the last may have fewer.</param>
/// <param name="Verdicts">All verdicts, the gravest first.</param>
/// <param name="Causes">What failed, by cause.</param>
/// <param name="Requirements">Grouped by area, in the order of <c>run.json</c>.</param>
/// <param name="Scenarios">All scenarios in the order in which they are listed.</param>
/// <param name="Legend">What each mark of a timeline stands for.</param>
internal sealed record RunFacts(
    int ChunkSize, IReadOnlyList<VerdictWords> Verdicts, IReadOnlyList<Cause> Causes, IReadOnlyList<RequirementRow> Requirements,
    IReadOnlyList<ScenarioRow> Scenarios, IReadOnlyDictionary<string, string> Legend)
{
    /// <summary>The facts of a run.</summary>
    /// <param name="scenarios">In the order of the list.</param>
    public static RunFacts Of(RunRecord run, IReadOnlyList<ScenarioRecord> scenarios, int chunkSize)
    {
        var places = scenarios.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        return new(
            chunkSize,
            [.. Ledger.Verdicts.Gravest.Select(verdict => new VerdictWords(verdict, Wording.Word(verdict), VerdictBadge.Glyph(verdict)))],
            Cause.Of(scenarios),
            [
                .. run.Requirements.Select(requirement => new RequirementRow(
                    requirement.Id, requirement.Level, requirement.Text, requirement.Source, requirement.Basis, requirement.Area,
                    requirement.Verdict, [.. requirement.Scenarios.Where(places.ContainsKey).Select(id => places[id]).Order()])),
            ],
            [.. scenarios.Select(Row)],
            Enum.GetValues<MarkKind>().ToDictionary(kind => kind.ToString(), Marks.Legend, StringComparer.Ordinal));
    }

    /// <summary>The words by which a scenario is found: what it is, what was done in it, what was expected and seen.</summary>
    public static string Words(ScenarioRecord scenario) => string.Join(
        ' ',
        new[] { scenario.Id, scenario.Title, scenario.Policy, scenario.Reason, scenario.Violates, scenario.Known?.Because }
            .Concat(scenario.About)
            .Concat(scenario.Steps.SelectMany(step => new[] { step.Text, step.Expected, step.Actual }).Distinct(StringComparer.Ordinal))
            .OfType<string>()).ToLowerInvariant();

    /// <summary>The scenarios as they are listed: the gravest verdict first.</summary>
    public static IReadOnlyList<ScenarioRecord> Ordered(RunRecord run)
    {
        var order = Ledger.Verdicts.Gravest.ToList();
        return [.. run.Scenarios.OrderBy(scenario => order.IndexOf(scenario.Verdict))];
    }

    private static ScenarioRow Row(ScenarioRecord scenario) => new(
        scenario.Id, Anchor.Of(scenario) is var anchor && anchor != scenario.Id ? anchor : null, scenario.Title, scenario.Verdict,
        ScenarioText.Split(scenario.Id).Group.Split('/')[0], scenario.About, Wording.Took(scenario.DurationMs),
        scenario.Attempts > 1 ? scenario.Attempts : null, scenario.Known is { StillSeen: true } ? true : null);
}

/// <summary>How a verdict is shown.</summary>
/// <param name="Glyph">Its sign, told apart without colour.</param>
internal sealed record VerdictWords(Verdict Verdict, string Word, string Glyph);

/// <summary>A requirement's row.</summary>
/// <param name="Scenarios">Those that assessed it, by their place in the list.</param>
internal sealed record RequirementRow(
    string Id, string Level, string Text, string Source, string? Basis, string Area, Verdict Verdict, IReadOnlyList<int> Scenarios);

/// <summary>A scenario's row.</summary>
/// <param name="Anchor">Its id on the page, where that is another than its own.</param>
/// <param name="Area">The folder of the catalogue.</param>
/// <param name="Attempts">Null for one.</param>
/// <param name="Known">True where its failure is known; null elsewhere.</param>
internal sealed record ScenarioRow(
    string Id, string? Anchor, string Title, Verdict Verdict, string Area, IReadOnlyList<string> Requirements, string Took, int? Attempts,
    bool? Known);
