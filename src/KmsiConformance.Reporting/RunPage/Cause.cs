using System.Text.RegularExpressions;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>
/// What several scenarios failed for alike: the same check expected the same kind of thing and saw the same kind of thing, and what
/// they assess is linked by requirements that they share.
/// </summary>
/// <param name="Check">The check that judged; null where none did.</param>
/// <param name="Expected">What the first of them expected; null where nothing judged.</param>
/// <param name="Actual">What was seen in it, or its reason.</param>
/// <param name="Requirements">Those that they assess, the most frequent first.</param>
/// <param name="Scenarios">Which they are, by their place in the list.</param>
internal sealed partial record Cause(
    string? Check, string? Expected, string? Actual, Verdict Verdict, IReadOnlyList<string> Requirements, IReadOnlyList<int> Scenarios)
{
    private static readonly Verdict[] Bad = [Verdict.Failed, Verdict.Flaky, Verdict.Error];

    /// <summary>All causes, those of most scenarios first. What is known to fail has none.</summary>
    /// <param name="scenarios">In the order of the list.</param>
    public static IReadOnlyList<Cause> Of(IReadOnlyList<ScenarioRecord> scenarios) =>
    [
        .. scenarios.Index().Where(pair => Bad.Contains(pair.Item.Verdict) && pair.Item.Known is not { StillSeen: true })
            .GroupBy(pair => Kind(pair.Item)).SelectMany(Linked).Select(Of)
            .OrderBy(cause => Array.IndexOf(Bad, cause.Verdict)).ThenByDescending(cause => cause.Scenarios.Count)
            .ThenBy(cause => cause.Scenarios[0]),
    ];

    /// <summary>A text without what differs from one scenario to the next: names before a colon stay, numbers and moments go.</summary>
    internal static string KindOf(string? text)
    {
        if (text is null) return "";
        var outcome = Outcome().Match(text);
        return outcome.Success ? outcome.Value : Changing().Replace(text, "#");
    }

    private static (Verdict Verdict, string? Check, string Expected, string Actual) Kind(ScenarioRecord scenario) =>
        scenario.Deciding() is { } step
            ? (scenario.Verdict, step.Check, KindOf(step.Expected), KindOf(step.Actual ?? scenario.Reason))
            : (scenario.Verdict, null, "", KindOf(scenario.Reason));

    // Two belong together where they share a requirement, or both share one with a third.
    private static IEnumerable<List<(int Index, ScenarioRecord Scenario)>> Linked(IEnumerable<(int Index, ScenarioRecord Item)> alike)
    {
        var groups = new List<(HashSet<string> Requirements, List<(int, ScenarioRecord)> Scenarios)>();
        foreach (var (index, scenario) in alike)
        {
            var touched = groups.Where(group => group.Requirements.Overlaps(scenario.About)
                || (group.Requirements.Count == 0 && scenario.About.Count == 0)).ToList();
            groups = [.. groups.Except(touched)];
            groups.Add((
                [.. touched.SelectMany(group => group.Requirements), .. scenario.About],
                [.. touched.SelectMany(group => group.Scenarios), (index, scenario)]));
        }

        return groups.Select(group => group.Scenarios.OrderBy(one => one.Item1).ToList());
    }

    private static Cause Of(List<(int Index, ScenarioRecord Scenario)> group)
    {
        var first = group[0].Scenario;
        return new(
            first.Deciding()?.Check, first.Deciding()?.Expected, first.Deciding()?.Actual ?? first.Reason, first.Verdict,
            [
                .. group.SelectMany(one => one.Scenario.About).GroupBy(id => id, StringComparer.Ordinal)
                    .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key),
            ],
            [.. group.Select(one => one.Index)]);
    }

    [GeneratedRegex(@"\A[a-z][a-z-]*(?=: )", RegexOptions.None, 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?( ?UTC|Z)?|\d+([.:]\d+)*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changing();
}
