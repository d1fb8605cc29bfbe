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
    /// <param name="folder">The earlier run's folder; nothing takes the newest below <see cref="Reports"/>.</param>
    /// <exception cref="UserErrorException">There is none, or nothing failed in it.</exception>
    public static LastFailed Of(string? folder)
    {
        var run = string.IsNullOrEmpty(folder) ? Newest() : new RunFolder(folder).ReadRun();
        var failed = run.Scenarios.Where(scenario => scenario.Verdict is Verdict.Failed or Verdict.Flaky or Verdict.Error)
            .Select(scenario => scenario.Id).ToHashSet(StringComparer.Ordinal);
        return failed.Count > 0 ? new LastFailed(run.Id, failed)
            : throw new UserErrorException($"Nothing failed in run {run.Id}, so there is nothing to run. Leave --last-failed out.");
    }

    private static RunRecord Newest()
    {
        var runs = Directory.Exists(Reports)
            ? Directory.EnumerateDirectories(Reports).Select(path => new RunFolder(path)).Where(folder => File.Exists(folder.RunFile))
                .ToList()
            : [];
        return runs.Count > 0 ? runs.MaxBy(folder => File.GetLastWriteTimeUtc(folder.RunFile))!.ReadRun()
            : throw new UserErrorException(
                $"There is no earlier run below {Path.GetFullPath(Reports)}. Name its folder: --last-failed RUN.");
    }
}
