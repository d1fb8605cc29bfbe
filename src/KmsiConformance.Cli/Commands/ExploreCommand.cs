using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KmsiConformance.Cli.Output;
using KmsiConformance.Clocks;
using KmsiConformance.Exploring;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi explore</c>: random journeys against a target, held against the documents.</summary>
internal static class ExploreCommand
{
    public static Command Create()
    {
        var options = new ExploreCommandOptions();
        var command = new Command(
            "explore", "Play random journeys against a login endpoint, hold what is seen against the documents, and shorten what differs.");
        foreach (var option in options.All) command.Options.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ExploreRequest request, CancellationToken cancellation)
    {
        var folder = ScenariosFolder.Find(request.Scenarios);
        var suite = request.Replay is { } found ? SuiteLoader.LoadFile(folder, found) : SuiteLoader.Load(folder);
        var file = TargetChoice.FileOf(request.Target, suite);
        var profile = Profiles.Choose(suite, request.Profile ?? file?.Profile ?? FoundUnder(request, suite));
        ExploredGround.Check(suite, profile, "Take another profile, or judge the site with 'kmsi run'.");
        FaultChoice.Check("--fault", request.Faults);
        TargetChoice.CheckFaultsAct(request.Target, file, profile, request.Faults, suite);
        RealServiceQuestion.Ask(file, request.Yes);
        await using var target = TargetChoice.Choose(request.Target, file, profile, request.Faults, suite);
        var browser = await PreflightStep.RunAsync(new PreflightRequest(null, false, false, ClockMode.Auto, request.Browser), cancellation);
        await target.PrepareAsync(null, Console.Error.WriteLine, cancellation);
        var limit = file?.Limits.Step ?? RunOptions.StandardStepLimit;
        var worlds = browser.Worlds(suite, target, null, limit);
        if (file is not null) await ProbeStep.RunAsync(file, worlds, limit, Console.Error, cancellation);
        var run = new RunOptions(suite, [], profile, worlds, request.Workers, limit, null, []);
        return request.Replay is not null
            ? await ReplayAsync(run, cancellation)
            : await ExploreAsync(request, run, target, file, cancellation);
    }

    private static async Task<int> ExploreAsync(
        ExploreRequest request, RunOptions run, ITargetKind target, TargetFile? file, CancellationToken cancellation)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var said = TimeSpan.Zero;
        bool IsEnough(int journeys) => request.Time is { } time && watch.Elapsed >= time;
        void Say(int journeys, int steps, int differences)
        {
            if (watch.Elapsed - said < TimeSpan.FromSeconds(5)) return;
            said = watch.Elapsed;
            Console.Error.WriteLine(Invariant($"{journeys} journeys, {steps} steps, {differences} kinds of differences so far"));
        }

        Console.Error.WriteLine(Invariant($"Exploring {target.Name} by {run.Profile}, seed {request.Seed} …"));
        var explored = await new Explorer(run, ExploredGround.Of(run, file), request.Seed)
            .ExploreAsync(IsEnough, Say, request.Runs, cancellation);
        var files = Write(explored, request.Out);
        if (request.AsJson) PrintJson(explored, files);
        else Print(explored, files);
        return explored.Differences.Count > 0 ? ExitCodes.NotConformant
            : explored.Broken.Count > 0 ? ExitCodes.Infrastructure
            : explored.Journeys == explored.Untold.Count ? ExitCodes.NothingRan : ExitCodes.Conformant;
    }

    private static string? FoundUnder(ExploreRequest request, ScenarioSuite suite) =>
        request.Replay is null ? null : suite.Scenarios[0].Profiles[0];

    private static async Task<int> ReplayAsync(RunOptions run, CancellationToken cancellation)
    {
        var scenarios = run.Suite.Select(run.Profile, []);
        if (scenarios.Count == 0)
            throw new UserErrorException(
                $"It was found under {string.Join(", ", run.Suite.Scenarios[0].Profiles)} and is judged by {run.Profile}. "
                + "Leave out --profile.");
        var record = (await new SuiteRunner(run with { Scenarios = scenarios }, new NoProgress()).RunAsync(cancellation)).Scenarios[0];
        foreach (var step in record.Steps) Console.WriteLine($"{step.Verdict.Text(),-12} {step.Text}");
        if (record.Reason is { } reason) Console.WriteLine(SafeText.Indented(reason, "    "));
        return record.Verdict switch
        {
            Verdict.Passed => ExitCodes.Conformant,
            Verdict.Error => ExitCodes.Infrastructure,
            _ => ExitCodes.NotConformant,
        };
    }

    // A folder is only made when there is something to keep.
    private static IReadOnlyDictionary<int, string> Write(Explored explored, string? named)
    {
        var files = new Dictionary<int, string>();
        if (explored.Differences.Count == 0) return files;
        var folder = named ?? Path.Combine(
            "reports", $"explored-{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var difference in explored.Differences)
            {
                files[difference.Number] = Path.Combine(folder, Invariant($"seed-{explored.Seed}-journey-{difference.Number}.yaml"));
                File.WriteAllText(files[difference.Number], difference.Text);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{Path.GetFullPath(folder)} cannot be written to: {refused.Message} Name another with --out.");
        }

        return files;
    }

    private static void Print(Explored explored, IReadOnlyDictionary<int, string> files)
    {
        foreach (var difference in explored.Differences)
        {
            Console.WriteLine(SafeText.Indented($"DIFFERENCE   {difference.Reason}", "    "));
            Console.WriteLine($"    Violates: {string.Join(", ", difference.Requirements)} ({difference.Check})");
            Console.WriteLine(Invariant(
                $"    Journey {difference.Number}: shortened from {difference.Length} acts to {difference.Journey.Acts.Count} in ")
                + Invariant($"{difference.Tried} tries; {difference.Others} others show it"));
            Console.WriteLine($"    {files[difference.Number]}");
        }

        foreach (var (number, reason) in explored.Broken) Console.WriteLine(Invariant($"ERROR        journey {number}: {reason}"));
        foreach (var reason in explored.Untold.GroupBy(untold => untold.Reason, StringComparer.Ordinal))
            Console.WriteLine(
                Invariant($"CANT_TELL    {reason.Count()} journeys, the first of them {reason.First().Number}: {reason.Key}"));
        var seconds = explored.Duration.TotalSeconds;
        Console.WriteLine(Invariant(
            $"{explored.Journeys} journeys, {explored.Steps} steps in {seconds:0.0} s ({explored.Steps / seconds:0} a second)"));
        Console.WriteLine(Invariant(
            $"Walked through: {explored.Coverage.States} states, {explored.Coverage.Transitions} transitions, ")
            + Invariant($"{explored.Coverage.Pairs} pairs of acts"));
        Console.WriteLine(Invariant(
            $"{explored.Differences.Count} kinds of differences; the same again: --seed {explored.Seed} --runs {explored.Journeys}"));
    }

    private static void PrintJson(Explored explored, IReadOnlyDictionary<int, string> files) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            explored.Seed,
            explored.Journeys,
            explored.Steps,
            DurationMs = (long)explored.Duration.TotalMilliseconds,
            Differences = explored.Differences.Select(difference => new
            {
                explored.Seed,
                Journey = difference.Number,
                Requirement = difference.Requirements[0],
                difference.Requirements,
                difference.Check,
                difference.Reason,
                Acts = difference.Journey.Acts.Count,
                difference.Others,
                ScenarioFile = files[difference.Number],
            }),
            Untold = explored.Untold.Select(untold => new { Journey = untold.Number, untold.Reason }),
            Broken = explored.Broken.Select(broken => new { Journey = broken.Number, broken.Reason }),
            Coverage = new { explored.Coverage.States, explored.Coverage.Transitions, explored.Coverage.Pairs },
        },
        RunFolder.Json));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
