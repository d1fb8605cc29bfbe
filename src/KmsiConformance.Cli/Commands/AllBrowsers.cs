using KmsiConformance.Browsers.Setup;
using KmsiConformance.Cli.BuildServers;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary>
/// <c>--browser all</c>: the same plan on each browser, one after the other, and a comparison. A browser that cannot be
/// had is part of the result.
/// </summary>
internal static class AllBrowsers
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "all";

    // The quickest first: what is wrong with the plan itself shows at once.
    private static readonly string[] Browsers = ["simulated", "chromium", "firefox"];

    /// <summary>Where the run of each browser is, in their order.</summary>
    /// <param name="folder">The folder of all.</param>
    public static IEnumerable<RunFolder> Folders(RunFolder folder) =>
        Browsers.Select(browser => new RunFolder(Path.Combine(folder.Path, browser)));

    /// <summary>Runs the plan on each and writes the comparison.</summary>
    /// <param name="folder">Gets a run folder for each browser, and the comparison.</param>
    /// <exception cref="UserErrorException">The clock asked for cannot be every browser's.</exception>
    public static async Task<int> RunAsync(RunPlan plan, RunFolder folder, CancellationToken cancellation)
    {
        if (plan.Request.Clock is ClockMode.Process or ClockMode.Virtual)
            throw new UserErrorException(
                $"Not every browser has a {plan.Request.Clock.ToString().ToLowerInvariant()} clock. With --browser all use --clock "
                + "auto, aged or real.");

        var started = TimeProvider.System.GetUtcNow();
        var runs = new List<(string Browser, RunRecord? Run, string? Missing)>();
        foreach (var browser in Browsers)
        {
            try
            {
                var below = RunFolder.Create(Path.Combine(folder.Path, browser));
                var run = await plan.RunAsync(browser, below, cancellation);
                Summary.Print(Terminal.Console, run, plan.Reports.Select(reporter => reporter.FileIn(below)));
                await BuildServer.Here().TellAsync(below, plan.Reports, cancellation);
                runs.Add((browser, run, null));
            }
            catch (Exception missing) when (missing is BrowserSetupException or PreflightException)
            {
                runs.Add((browser, null, missing.Message.ReplaceLineEndings(" ")));
            }
        }

        var gone = await WriteAgainAsync(folder, runs, plan.Reports, cancellation);
        if (Directory.Exists(folder.EvidenceFolder)) Directory.Delete(folder.EvidenceFolder);
        var target = plan.Target.Record();
        var agreement = AgreementRecord.Of(started, plan.Profile, target, runs);
        folder.WriteAgreement(agreement);
        await AgreementReporter.WriteAsync(folder, cancellation);
        AgreementSummary.Print(Terminal.Console, agreement, folder);
        if (gone) return ExitCodes.Infrastructure;
        return ExitCode(agreement, [.. runs.Where(run => run.Run is not null).Select(run => ExitCodes.Of(run.Run!))]);
    }

    // Somebody may delete what an earlier browser had written; its verdicts are still known.
    private static async Task<bool> WriteAgainAsync(
        RunFolder folder, IEnumerable<(string Browser, RunRecord? Run, string? Missing)> runs, IReadOnlyList<IReporter> reports,
        CancellationToken cancellation)
    {
        var any = false;
        foreach (var (browser, run, _) in runs)
        {
            var below = new RunFolder(Path.Combine(folder.Path, browser));
            if (run is null || File.Exists(below.RunFile)) continue;
            any = true;
            below.WriteRun(run with { Complete = false, Stopped = run.Stopped ?? $"the run folder {below.Path} was deleted" });
            foreach (var reporter in reports) await reporter.WriteAsync(below, cancellation);
        }

        return any;
    }

    // A failure that was seen counts before everything that is merely unknown.
    private static int ExitCode(AgreementRecord agreement, IReadOnlyList<int> codes) =>
        codes.Contains(ExitCodes.NotConformant) || agreement.Scenarios.Any(scenario => !scenario.Agrees) ? ExitCodes.NotConformant
        : codes.Contains(ExitCodes.Infrastructure) || agreement.Browsers.Any(browser => browser.Missing is not null)
            ? ExitCodes.Infrastructure
        : codes.All(code => code == ExitCodes.NothingRan) ? ExitCodes.NothingRan
        : ExitCodes.Conformant;
}
