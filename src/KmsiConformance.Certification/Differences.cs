using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Certification;

/// <summary>What a record claims otherwise than its events show.</summary>
public static class Differences
{
    /// <summary>Verdicts that differ, each in a sentence: of scenarios, of requirements, of the whole.</summary>
    /// <param name="claimed">The run as it was recorded.</param>
    /// <param name="judged">The same run, judged from its events.</param>
    public static IReadOnlyList<string> OfVerdicts(RunRecord claimed, RunRecord judged) =>
    [
        .. Pairs(claimed.Scenarios, judged.Scenarios, scenario => scenario.Id)
            .Where(pair => pair.Claimed?.Verdict != pair.Judged?.Verdict)
            .Select(pair => Sentence(pair.Id, pair.Claimed?.Verdict, pair.Judged?.Verdict) + Because(pair.Judged)),
        .. Pairs(claimed.Requirements, judged.Requirements, requirement => requirement.Id)
            .Where(pair => pair.Claimed?.Verdict != pair.Judged?.Verdict)
            .Select(pair => Sentence($"requirement {pair.Id}", pair.Claimed?.Verdict, pair.Judged?.Verdict)),
        .. claimed.Counts.OrderBy(count => count.Key, StringComparer.Ordinal)
            .SequenceEqual(judged.Counts.OrderBy(count => count.Key, StringComparer.Ordinal))
            ? Array.Empty<string>() : ["run.json counts other verdicts than its events show."],
        .. claimed.Complete == judged.Complete ? Array.Empty<string>()
            : ["run.json is said to be complete, and results of its plan are missing."],
    ];

    /// <summary>What is told in other words than this program tells it, each in a sentence: reasons, steps, requirements, notes.</summary>
    public static IReadOnlyList<string> OfWords(RunRecord claimed, RunRecord judged) =>
    [
        .. Pairs(claimed.Scenarios, judged.Scenarios, scenario => scenario.Id).Where(pair => Text(pair.Claimed) != Text(pair.Judged))
            .Select(pair => $"run.json tells of {pair.Id} in other words than this program."),
        .. Pairs(claimed.Requirements, judged.Requirements, requirement => requirement.Id)
            .Where(pair => Text(pair.Claimed) != Text(pair.Judged))
            .Select(pair => $"run.json tells of requirement {pair.Id} in other words than this program."),
        .. Text(Rest(claimed)) == Text(Rest(judged)) ? Array.Empty<string>()
            : ["run.json tells of its conflicts or in its notes in other words than this program."],
    ];

    private static IEnumerable<(string Id, T? Claimed, T? Judged)> Pairs<T>(
        IReadOnlyList<T> claimed, IReadOnlyList<T> judged, Func<T, string> id)
        where T : class
    {
        var (one, other) = (claimed.ToLookup(id, StringComparer.Ordinal), judged.ToLookup(id, StringComparer.Ordinal));
        foreach (var name in claimed.Concat(judged).Select(id).Distinct(StringComparer.Ordinal))
            yield return (name, Single(one[name]), Single(other[name]));
    }

    // Two results of one name are none.
    private static T? Single<T>(IEnumerable<T> found)
        where T : class => found.Take(2).ToList() is [var only] ? only : null;

    private static RunRecord Rest(RunRecord run) =>
        run with { Scenarios = [], Requirements = [], Counts = new Dictionary<string, int>(StringComparer.Ordinal) };

    private static string Text<T>(T record) => JsonSerializer.Serialize(record, RunFolder.Json);

    private static string Sentence(string what, Verdict? claimed, Verdict? judged) =>
        $"run.json says {claimed?.Text() ?? "nothing, or two things,"} of {what}, and its events show {judged?.Text() ?? "nothing"}.";

    private static string Because(ScenarioRecord? judged) => judged?.Reason is { } reason ? $" {reason}" : "";
}
