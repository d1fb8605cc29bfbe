using System.CommandLine;
using System.Globalization;
using KmsiConformance.Cli.BuildServers;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Scheduling;
using KmsiConformance.Suite;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi run</c>: the main job. Sets up what is missing, runs the scenarios, writes the run folder and reports.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var options = new RunCommandOptions();
        var command = new Command("run", "Run the scenarios of a profile against a login endpoint and write a report.");
        command.Arguments.Add(options.File);
        foreach (var option in options.All) command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (options.Resumed(parsed) is not { } folder) return await RunAsync(options.Read(parsed), null, cancellation);
            if (new RunFolder(folder) is var whole && File.Exists(whole.RunFile) && whole.ReadRun() is { Complete: true } run)
            {
                Console.WriteLine($"{whole.Path} is complete: nothing is missing.");
                return ExitCodes.Of(run);
            }

            using var resumed = ResumedRun.Open(folder);
            var begun = command.Parse([.. resumed.Plan.Arguments!, .. resumed.Plan.Kept ?? []]);
            return await RunAsync(options.Read(parsed, begun), resumed, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(RunRequest request, ResumedRun? resumed, CancellationToken cancellation)
    {
        var suite = resumed?.Suite ?? Load(request);
        var file = TargetChoice.FileOf(request.Target, suite);
        resumed?.DemandSameTarget(file?.Path);
        var profile = Profiles.Choose(suite, request.Profile ?? file?.Profile);
        var selected = suite.Select(profile, request.Only);
        if (resumed is not null) selected = resumed.Missing(selected);
        var failed = request.LastFailed is null ? null
            : LastFailed.Of(request.LastFailed, profile, file?.Name ?? TargetChoice.Reference, request.Browser, request.Faults);
        if (failed is { Scenarios.Count: 0 })
        {
            Console.WriteLine($"Nothing failed in run {failed.Run}: there is nothing to run.");
            return ExitCodes.Conformant;
        }

        if (failed is not null) selected = [.. selected.Where(scenario => failed.Scenarios.Contains(scenario.Id))];
        if (selected.Count == 0 && resumed is null)
        {
            Console.Error.WriteLine(failed is not null
                ? $"What failed in run {failed.Run} is not among the scenarios that were asked for."
                : NothingSelected(request, suite, profile));
            return ExitCodes.NothingRan;
        }

        FaultChoice.Check("--fault", request.Faults);
        TargetChoice.CheckFaultsAct(request.Target, file, profile, request.Faults, suite);
        RealServiceQuestion.Ask(file, request.Yes);
        await using var target = TargetChoice.Choose(request.Target, file, profile, request.Faults, suite);
        if (resumed is not null && target.Fault != resumed.Run.Fault)
            throw new UserErrorException(
                $"{resumed.Folder.Path} was begun with {resumed.Run.Fault ?? "no fault"}, and would go on with {target.Fault ?? "none"}. "
                + "Begin anew.");
        if (request.Attempts.Rules.Retries > 0 && target.Care.IsShared)
            throw new UserErrorException(
                $"--retries has no effect at {target.Name}: the accounts of a service that runs already are not signed in again because "
                + "something failed. Leave it out; --repeat runs every scenario several times.");
        var parking = request.Parking.Resumes
            ? ParkingStep.Resume(request, file, profile, selected)
            : ParkingStep.Begin(request, file, target, selected);
        if (parking.Scenarios.Count == 0 && resumed is null)
        {
            foreach (var note in parking.Notes) Console.WriteLine($"Note: {note}");
            Console.WriteLine($"No parked scenario of {request.Target} is due.");
            return ExitCodes.Conformant;
        }

        var times = request.Sharing.Timings.Of(request.Browser);
        IReadOnlyList<Scenario>? whole = null;
        if (request.Sharing.Shard is { } shard)
        {
            whole = parking.Scenarios;
            parking = parking with { Scenarios = Shards.Of(whole, shard, times) };
            if (parking.Scenarios.Count == 0)
                throw new UserErrorException(
                    $"Part {shard.Index} of {shard.Of} is empty: the plan has {whole.Count} scenarios. Share it among fewer machines.");
        }

        if (request.Sharing.Queue is not null) whole = parking.Scenarios;
        var folder = resumed?.Folder ?? CreateFolder(request.Out);
        var plan = new RunPlan(
            request.Parking.Resumes ? request with { Clock = ClockMode.Real } : request, suite, profile, parking.Scenarios, target)
        {
            File = file, Parking = parking, Resumed = resumed, Failed = failed, Whole = whole, Times = times,
        };
        try
        {
            if (request.Browser == AllBrowsers.Name) return await AllBrowsers.RunAsync(plan, folder, cancellation);
            var run = await plan.RunAsync(request.Browser, folder, cancellation);
            if (request.Sharing.Queue is { } queue && run is { Complete: true, Scenarios: [] })
            {
                Console.WriteLine(
                    $"Nothing was left in queue {queue.Name}: all {parking.Scenarios.Count} scenarios have a result elsewhere.");
                return ExitCodes.Conformant;
            }

            Summary.Print(Terminal.Console, run, plan.Reports.Select(reporter => reporter.FileIn(folder)));
            await BuildServer.Here().TellAsync(folder, plan.Reports, cancellation);
            return ExitCodes.Of(run);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && Cut(folder) is { } cut)
        {
            Summary.Interrupted(cut);
            return ExitCodes.Interrupted;
        }
    }

    // With several browsers, that of the browser that was at it.
    private static RunFolder? Cut(RunFolder folder) => AllBrowsers.Folders(folder).Prepend(folder)
        .LastOrDefault(one => File.Exists(one.RunFile) && !one.ReadRun().Complete);

    private static ScenarioSuite Load(RunRequest request)
    {
        var folder = ScenariosFolder.Find(request.Scenarios);
        if (request.File is not { } file) return SuiteLoader.Load(folder, request.Only);
        return request.Only.Count == 0
            ? SuiteLoader.LoadFile(folder, file)
            : throw new UserErrorException($"--only chooses from the catalogue, and {file} is run alone. Leave out one of the two.");
    }

    private static string NothingSelected(RunRequest request, ScenarioSuite suite, string profile) => request.File is { } file
        ? $"{file} is a scenario of {string.Join(", ", suite.Scenarios[0].Profiles)}, and {profile} judges. Expected --profile "
            + $"{string.Join(" or ", suite.Scenarios[0].Profiles)}."
        : $"No scenario of {profile} matches {string.Join(" or ", request.Only.DefaultIfEmpty("anything"))}. 'kmsi list --profile "
            + $"{profile}' shows what there is.";

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
            throw new UserErrorException(
                $"The report folder {Path.GetFullPath(path)} cannot be written to: {refused.Message} Name another with --out.");
        }
    }
}
