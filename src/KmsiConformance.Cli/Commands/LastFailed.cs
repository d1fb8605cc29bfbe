using KmsiConformance.Cli.Comparing;
using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Commands;

/// <summary>What failed in an earlier run, to be run once more.</summary>
/// <param name="Run">The earlier run's id.</param>
/// <param name="Scenarios">Ids of the scenarios that failed, were FLAKY, or in which the harness failed.</param>
internal sealed record LastFailed(string Run, IReadOnlySet<string> Scenarios)
{
    /// <summary>The folder under which runs are kept unless somebody names another.</summary>
    public const string Reports = "reports";

    /// <summary>Reads it.</summary>
    /// <param name="folder">The earlier run's folder; nothing takes the newest below <see cref="Reports"/> that was made alike.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="faults">The faults of the reference.</param>
    /// <exception cref="UserErrorException">There is none, or it was made otherwise.</exception>
    public static LastFailed Of(string? folder, string profile, string target, string browser, IReadOnlyList<string> faults)
    {
        var asked = Words(target, faults.Count == 0 ? null : string.Join(", ", faults), profile, browser);
        var run = string.IsNullOrEmpty(folder) ? Newest(asked) : new RunFolder(folder).ReadRun();
        NamedRun.CheckIsWhole(folder ?? run.Id, run);
        if (WordsOf(run) is var made && made != asked)
            throw new UserErrorException(
                $"Run {run.Id} was of {made}, and this one is to be of {asked}: what failed there says nothing here. Ask for the same, or "
                + "name another run.");
        return new LastFailed(run.Id, run.Scenarios.Where(scenario => scenario.Verdict is Verdict.Failed or Verdict.Flaky or Verdict.Error)
            .Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal));
    }

    private static string WordsOf(RunRecord run) => Words(run.Target.Name, run.Fault, run.Profile, run.Browser.Name);

    private static string Words(string target, string? fault, string profile, string browser) =>
        $"{target}{(fault is null ? "" : $" with fault {fault}")}, {profile}, {browser}";

    private static RunRecord Newest(string asked)
    {
        var folders = Directory.Exists(Reports) ? Directory.EnumerateDirectories(Reports).Select(path => new RunFolder(path)) : [];
        return folders.Where(folder => File.Exists(folder.RunFile)).OrderByDescending(folder => File.GetLastWriteTimeUtc(folder.RunFile))
                .Select(folder => folder.ReadRun()).FirstOrDefault(run => WordsOf(run) == asked && run.Plan?.Queue is null)
            ?? throw new UserErrorException(
                $"There is no earlier run of {asked} below {Path.GetFullPath(Reports)}. Name its folder: --last-failed RUN.");
    }
}
