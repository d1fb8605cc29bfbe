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
        var parts = Read(folders);
        using var kept = KeptScenarios.Of(parts[0].Folder);
        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(into)));
        var run = BaselineChoice.Hold(kept.Suite, RunMerge.Of(kept.Suite, parts, id), baseline);

        var folder = RunFolder.Create(into);
        var counting = RunMerge.Counting(parts).ToLookup(one => one.Folder, one => one.Scenario.Id);
        foreach (var (part, _) in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            var mine = counting[part].ToHashSet(StringComparer.Ordinal);
            if (mine.Except(folder.TakeOver(part, mine), StringComparer.Ordinal).FirstOrDefault() is not { } unseen) continue;
            Directory.Delete(folder.Path, recursive: true);
            throw new UserErrorException(
                $"{part.Path} has a result of {unseen} and no events of it, so that nobody can judge it. Leave the part out: what it had "
                + "is then missing, and 'kmsi run --resume' of the merged run does it again.");
        }

        File.Copy(parts[0].Folder.ScenariosFile, folder.ScenariosFile);
        folder.WriteRun(run);
        foreach (var reporter in reports) await reporter.WriteAsync(folder, cancellation);
        Summary.Print(Terminal.Console, run, reports.Select(reporter => reporter.FileIn(folder)));
        await BuildServer.Here().TellAsync(folder, reports, cancellation);
        return ExitCodes.Of(run);
    }

    private static List<(RunFolder Folder, RunRecord Run)> Read(IReadOnlyList<RunFolder> folders)
    {
        if (folders.FirstOrDefault(folder => folder.IsBeingWritten()) is { } busy)
            throw new UserErrorException($"{busy.Path} is still being written by another process. Let it end first, or end it.");
        var begun = folders.Where(folder => File.Exists(folder.RunFile)).Select(folder => (folder, folder.ReadRun())).ToList();

        // A worker that ended before it had joined the queue has taken nothing from it.
        if (begun.Any(part => part.Item2.Plan?.Queue is not null))
        {
            foreach (var idle in folders.Where(folder => !File.Exists(folder.RunFile) && Directory.Exists(folder.Path)))
                Console.WriteLine($"Note: {idle.Path} has no run.json: its worker ended before it had taken anything. It is left out.");
            if (folders.FirstOrDefault(folder => !Directory.Exists(folder.Path)) is { } wrong) wrong.ReadRun();
            return begun;
        }

        return [.. folders.Select(folder => (folder, folder.ReadRun()))];
    }
}
