using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Comparing;

namespace KmsiConformance.Reporting.Trends;

/// <summary>How the runs below a folder went, night after night.</summary>
/// <param name="Groups">Runs of the same kind, the kind with the latest run first.</param>
/// <param name="Unread">Runs that cannot be read: they are in no group.</param>
public sealed record Trend(string Folder, IReadOnlyList<TrendGroup> Groups, IReadOnlyList<UnreadRun> Unread)
{
    /// <summary>How many runs a strip of verdicts goes back.</summary>
    public const int StripLength = 30;

    /// <summary>The trend of the runs of a folder; shares of a queue are no runs of their own.</summary>
    public static Trend Of(RunShelf shelf) => new(
        shelf.Folder,
        [.. shelf.Runs.Where(run => !run.IsShare).GroupBy(run => run.Kind).Select(runs => TrendGroup.Of(runs.Key, [.. runs]))
            .OrderByDescending(group => group.Runs[^1].StartedUtc).ThenBy(group => group.Kind, StringComparer.Ordinal)],
        shelf.Unread);
}

/// <summary>Runs of one kind.</summary>
/// <param name="Kind">Target, profile and browser in one line.</param>
/// <param name="Runs">In time order.</param>
/// <param name="Scenarios">Every scenario of the runs of the strip: failing ones first, then those that change most.</param>
public sealed record TrendGroup(
    string Kind, string Target, string Profile, string Browser, IReadOnlyList<TrendRun> Runs, IReadOnlyList<ScenarioTrend> Scenarios)
{
    internal static TrendGroup Of(RunKind kind, IReadOnlyList<KeptRun> runs)
    {
        var strip = runs.TakeLast(Trend.StripLength).ToList();
        return new(
            kind.ToString(), kind.Target, kind.Profile, kind.Browser, [.. runs.Select(TrendRun.Of)],
            [
                .. strip.Where(run => run.IsResult).SelectMany(run => run.Verdicts.Keys).Distinct(StringComparer.Ordinal)
                    .Select(id => ScenarioTrend.Of(id, runs, strip))
                    .OrderBy(scenario => scenario.FailingSince?.StartedUtc ?? DateTimeOffset.MaxValue)
                    .ThenByDescending(scenario => scenario.Changes).ThenByDescending(scenario => scenario.Failures)
                    .ThenBy(scenario => scenario.Id, StringComparer.Ordinal),
            ]);
    }

    /// <summary>The runs of which strips tell, in time order.</summary>
    public IReadOnlyList<TrendRun> Strip() => [.. Runs.TakeLast(Trend.StripLength)];

    /// <summary>Those that fail in the last run that has them.</summary>
    public IReadOnlyList<ScenarioTrend> Failing() => [.. Scenarios.Where(scenario => scenario.FailingSince is not null)];

    /// <summary>Those that go to and fro, the worst first.</summary>
    public IReadOnlyList<ScenarioTrend> Unstable() =>
    [
        .. Scenarios.Where(scenario => scenario.IsUnstable).OrderByDescending(scenario => scenario.Changes)
            .ThenByDescending(scenario => scenario.Failures).ThenBy(scenario => scenario.Id, StringComparer.Ordinal),
    ];

    /// <summary>Those that failed, the most often first.</summary>
    public IReadOnlyList<ScenarioTrend> MostFailed() =>
    [
        .. Scenarios.Where(scenario => scenario.Failures > 0).OrderByDescending(scenario => scenario.Failures)
            .ThenByDescending(scenario => scenario.Changes).ThenBy(scenario => scenario.Id, StringComparer.Ordinal),
    ];
}

/// <summary>One run of a group.</summary>
/// <param name="Folder">Below the folder that was looked through.</param>
/// <param name="IsResult">False where it was interrupted or stopped: its verdicts are counted here, and nowhere else.</param>
/// <param name="Counts">Scenarios per verdict; every verdict is present.</param>
public sealed record TrendRun(
    string Folder, string Id, DateTimeOffset StartedUtc, long DurationMs, bool IsResult, string Outcome, Verdict Tone,
    IReadOnlyDictionary<string, int> Counts)
{
    internal static TrendRun Of(KeptRun run) => new(
        run.Name, run.Id, run.StartedUtc, run.DurationMs, run.IsResult, run.Outcome.Word, run.Outcome.Verdict,
        Ledger.Verdicts.Gravest.ToDictionary(
            verdict => verdict.Text(), verdict => run.Verdicts.Values.Count(one => one == verdict), StringComparer.Ordinal));
}

/// <summary>One scenario, night after night.</summary>
/// <param name="Verdicts">In each run of the strip; null where the run does not have it, or is no result.</param>
/// <param name="Now">In the last run that is a result; null where it does not have the scenario.</param>
/// <param name="FailingSince">The first run from which on it failed whenever it was judged; null where it does not fail now.</param>
/// <param name="Failures">How often it failed in the strip.</param>
/// <param name="Changes">How often it came to another verdict than in the run before that had it.</param>
public sealed record ScenarioTrend(
    string Id, string Title, IReadOnlyList<Verdict?> Verdicts, Verdict? Now, TrendRun? FailingSince, int Failures, int Changes)
{
    // Once it breaks and once it is mended: that is not going to and fro.
    private const int Mended = 2;

    /// <summary>Whether it goes to and fro.</summary>
    public bool IsUnstable => Changes > Mended;

    internal static ScenarioTrend Of(string id, IReadOnlyList<KeptRun> all, IReadOnlyList<KeptRun> strip)
    {
        var counted = strip.Where(run => run.IsResult && run.Verdicts.ContainsKey(id)).Select(run => run.Verdicts[id]).ToList();
        return new(
            id, strip.Last(run => run.Titles.ContainsKey(id)).Titles[id],
            [.. strip.Select(run => run.IsResult && run.Verdicts.TryGetValue(id, out var verdict) ? verdict : (Verdict?)null)],
            strip.LastOrDefault(run => run.IsResult)?.Verdicts.TryGetValue(id, out var now) == true ? now : null,
            Since(id, all), counted.Count(verdict => verdict == Verdict.Failed),
            counted.Zip(counted.Skip(1)).Count(pair => pair.First != pair.Second));
    }

    // What could not be judged in between is no reason to think that it was mended.
    private static TrendRun? Since(string id, IReadOnlyList<KeptRun> all)
    {
        var results = all.Where(run => run.IsResult).ToList();
        if (results.Count == 0 || !results[^1].Verdicts.ContainsKey(id)) return null;
        KeptRun? since = null;
        for (var at = results.Count - 1; at >= 0; at--)
        {
            if (!results[at].Verdicts.TryGetValue(id, out var verdict)) continue;
            if (verdict == Verdict.Failed) since = results[at];
            else if (verdict is Verdict.Passed or Verdict.Warning || since is null) break;
        }

        return since is null ? null : TrendRun.Of(since);
    }
}
