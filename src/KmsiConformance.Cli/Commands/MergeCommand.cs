using System.CommandLine;
using KmsiConformance.Cli.BuildServers;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Runner.Merging;
using KmsiConformance.Suite.Baselines;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi merge</c>: makes one run of those in which several machines have each done a part of a plan.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var folders = new Argument<string[]>("RUN") { Description = "Folders of the parts.", Arity = ArgumentArity.OneOrMore };
        var @out = new Option<string>("--out") { Description = "A new folder for the run.", HelpName = "DIR", Required = true };
        var command = new Command("merge", "Make one run of several that have each done a part of one plan.") { folders, @out };
        var report = CommonOptions.Report();
        command.Options.Add(report);
        var baseline = BaselineChoice.Option();
        command.Options.Add(baseline);
        command.SetAction((parsed, cancellation) => MergeAsync(
            [.. parsed.GetValue(folders)!.Select(path => new RunFolder(path))], parsed.GetValue(@out)!,
            BaselineChoice.Read(parsed.GetValue(baseline)), Reporters.Named(parsed.GetValue(report) ?? []), cancellation));
        return command;
    }

    private static async Task<int> MergeAsync(
        IReadOnlyList<RunFolder> folders, string into, Baseline? baseline, IReadOnlyList<IReporter> reports,
        CancellationToken cancellation)
    {
        if (folders.GroupBy(folder => folder.Path, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new UserErrorException($"{twice.Key} is named twice. Name each part once.");
        NewFolder.DemandOutside(into, folders);
        NewFolder.Demand(into);
        List<(RunFolder Folder, RunRecord Run)> parts = [.. folders.Select(folder => (folder, folder.ReadRun()))];
        using var kept = KeptScenarios.Of(folders[0]);
        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(into)));
        var run = BaselineChoice.Hold(kept.Suite, RunMerge.Of(kept.Suite, parts, id), baseline);

        var folder = RunFolder.Create(into);
        var counting = RunMerge.Counting(parts).ToLookup(one => one.Folder, one => one.Scenario.Id);
        foreach (var part in folders)
        {
            cancellation.ThrowIfCancellationRequested();
            folder.TakeOver(part, counting[part].ToHashSet(StringComparer.Ordinal));
        }

        File.Copy(folders[0].ScenariosFile, folder.ScenariosFile);
        folder.WriteRun(run);
        foreach (var reporter in reports) await reporter.WriteAsync(folder, cancellation);
        Summary.Print(Terminal.Console, run, reports.Select(reporter => reporter.FileIn(folder)));
        await BuildServer.Here().TellAsync(folder, reports, cancellation);
        return ExitCodes.Of(run);
    }
}
