using System.CommandLine;
using System.Globalization;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Targets;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi run</c>: the main job. Sets up what is missing, runs the scenarios, writes the run folder and reports.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var options = new RunCommandOptions();
        var command = new Command("run", "Run the scenarios of a profile against a login endpoint and write a report.");
        foreach (var option in options.All) command.Options.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunRequest request, CancellationToken cancellation)
    {
        var suite = SuiteLoader.Load(ScenariosFolder.Find(request.Scenarios));
        var profile = Profiles.Choose(suite, request.Profile);
        var selected = suite.Select(profile, request.Only);
        if (selected.Count == 0)
        {
            Console.Error.WriteLine($"No scenario of {profile} matches {string.Join(" or ", request.Only.DefaultIfEmpty("anything"))}. 'kmsi list --profile {profile}' shows what there is.");
            return ExitCodes.NothingRan;
        }

        var target = TargetChoice.Choose(request.Target, profile, request.Fault, suite.Folder);
        var folder = CreateFolder(request.Out);
        var preflight = await PreflightStep.RunAsync(new PreflightRequest(request.BrowserPath, request.NoInstall, request.Headed, request.Clock, request.Browser)
        {
            Sockets = request.Sockets, Form = request.Form, ThirdPartyCookies = request.ThirdPartyCookies,
        }, cancellation);
        var worlds = preflight.Worlds(suite, target, folder, request.StepLimit);
        var options = new RunOptions(suite, selected, profile, worlds, request.Workers, request.StepLimit, folder, [.. preflight.Notes, .. LeftOut(target, selected)]);
        var run = await ShowAsync(options, selected.Count, cancellation);

        folder.WriteRun(run);
        foreach (var reporter in Reporters.All) await reporter.WriteAsync(folder, cancellation);
        Summary.Print(Terminal.Console, run, folder);
        return ExitCodes.Of(run);
    }

    private static IEnumerable<string> LeftOut(ITargetKind target, IReadOnlyList<Scenario> selected)
    {
        var parts = target.LeftOut(selected);
        if (parts.Count > 0) yield return $"Parts of the policy files that the {target.Name} endpoint does not play: {string.Join("; ", parts)}.";
    }

    private static Task<RunRecord> ShowAsync(RunOptions options, int total, CancellationToken cancellation) =>
        Terminal.IsLive
            ? LiveProgress.ShowAsync(Terminal.Console, total, progress => new SuiteRunner(options, progress).RunAsync(cancellation))
            : new SuiteRunner(options, new PlainProgress(Console.Out, total)).RunAsync(cancellation);

    // Made before anything slow is done: a folder that cannot be written to is said at once.
    private static RunFolder CreateFolder(string? named)
    {
        var id = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        var path = named ?? Path.Combine("reports", id);
        try
        {
            var folder = RunFolder.Create(path);
            if (File.Exists(folder.EventsFile))
                throw new UserErrorException($"{folder.Path} already holds a run. Name another folder with --out, or leave it out.");
            var trial = Path.Combine(folder.EvidenceFolder, ".write-trial");
            File.WriteAllText(trial, id);
            File.Delete(trial);
            return folder;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The report folder {Path.GetFullPath(path)} cannot be written to: {refused.Message} Name another with --out.");
        }
    }
}
