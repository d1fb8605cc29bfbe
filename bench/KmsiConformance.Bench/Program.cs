using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Bench;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;
using Microsoft.Playwright;

// What the harness costs over bare Playwright doing the same work in the same run.
//   dotnet run -c Release --project bench/KmsiConformance.Bench
//       [-- journey | catalogue | restart | all] [rounds] [chromium | firefox] [every Nth scenario]
const string Journey = "keep-me-signed-in/ninety-days-of-daily-use";
const double JourneyLimit = 1.3;
const double Limit = 1.2;

// A restart is short: enough of them that one slow start does not decide.
const int RestartsARound = 10;

var what = args.ElementAtOrDefault(0) ?? "all";
var rounds = int.Parse(args.ElementAtOrDefault(1) ?? "3", CultureInfo.InvariantCulture);
var browser = args.ElementAtOrDefault(2) ?? "chromium";
var share = int.Parse(args.ElementAtOrDefault(3) ?? "1", CultureInfo.InvariantCulture);
var suite = SuiteLoader.Load(Path.GetFullPath("scenarios"));
var profile = suite.DefaultProfile.Id;
var ready = await Preflight.FindAsync(new PreflightRequest(null, false, false, ClockMode.Process, browser), Console.Error.WriteLine,
    CancellationToken.None);
using var playwright = await Playwright.CreateAsync();

var within = true;
if (what is "journey" or "all") within &= await CompareAsync("90-day journey", suite.Select(profile, [Journey]), workers: 1, JourneyLimit);
if (what is "catalogue" or "all") within &= await CompareAsync("catalogue, 2 workers", suite.Select(profile, []), workers: 2, Limit);
if (what is "restart" or "all") within &= await CompareRestartsAsync();

// Stock Firefox's ratio is told, not judged: its protocol, not ours, takes most of the time.
return within || browser == "firefox" ? 0 : 1;

// Alternates the two, so that neither always has the warmer machine, and compares medians.
async Task<bool> CompareAsync(string title, IReadOnlyList<Scenario> asked, int workers, double limit)
{
    var scripts = await RecordAsync(asked);
    List<Scenario> scenarios = [.. scripts.Select(script => script.Scenario)];
    var order = scripts.OrderByDescending(script => script.Scenario.Steps.Count).ToList();
    var bare = new BareScript(ready, suite, profile, playwright);
    var (harnessTimes, bareTimes) = (new List<double>(), new List<double>());
    for (var round = 0; round < rounds; round++)
    {
        bareTimes.Add(await SecondsAsync(() => Parallel.ForEachAsync(
            order, new ParallelOptions { MaxDegreeOfParallelism = workers }, async (script, _) => await bare.PlayAsync(script))));
        harnessTimes.Add(await SecondsAsync(() => HarnessAsync(scenarios, workers)));
    }

    var (harness, floor) = (Median(harnessTimes), Median(bareTimes));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{title}, {browser}, {scenarios.Count} of {asked.Count} scenarios: harness {harness:0.00} s, bare Playwright {floor:0.00} s, "
        + $"ratio {harness / floor:0.00}{(browser == "chromium" ? $" (at most {limit})" : "")} over {rounds} rounds"));
    return harness / floor <= limit;
}

// What a person does in each scenario, seen in the simulated browser. Left out is what bare Playwright does not do alike.
async Task<IReadOnlyList<Script>> RecordAsync(IReadOnlyList<Scenario> scenarios)
{
    var simulated = await Preflight.FindAsync(new PreflightRequest(null, false, false, ClockMode.Auto, "simulated"), _ => { },
        CancellationToken.None);
    var scripts = new List<Script>();
    foreach (var scenario in scenarios.Where(scenario => !scenario.RealTime))
    {
        var acts = new List<ScriptAct>();
        var recording = simulated with
        {
            MakeBrowser = (clock, observer, conditions) =>
            new ScriptRecorder(simulated.MakeBrowser(clock, observer, conditions), clock.World, acts),
        };
        await HarnessOnAsync(recording, [scenario], null, workers: 1);
        scripts.Add(new Script(scenario, acts));
    }

    return [.. scripts.Where(script => script.IsPlain).Where((_, number) => number % share == 0)];
}

// One of each in turn: whatever else the machine does meets both alike.
async Task<bool> CompareRestartsAsync()
{
    await using var restarts = new Restarts(ready, playwright);
    await restarts.StartAsync();
    var (harnessTimes, bareTimes) = (new List<double>(), new List<double>());
    for (var round = 0; round < rounds * RestartsARound; round++)
    {
        bareTimes.Add(await restarts.BareAsync());
        harnessTimes.Add(await restarts.HarnessAsync());
    }

    var (harness, floor) = (Median(harnessTimes), Median(bareTimes));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"restart, {browser}: harness {harness * 1000:0} ms, bare exit and start {floor * 1000:0} ms, "
        + $"ratio {harness / floor:0.00} (at most {Limit}) over {harnessTimes.Count} restarts"));
    return harness / floor <= Limit;
}

async Task HarnessAsync(IReadOnlyList<Scenario> scenarios, int workers)
{
    var path = Directory.CreateTempSubdirectory("kmsi-bench-run-").FullName;
    try
    {
        await HarnessOnAsync(ready, scenarios, RunFolder.Create(path), workers);
    }
    finally
    {
        Directory.Delete(path, recursive: true);
    }
}

async Task HarnessOnAsync(ReadyBrowser browsers, IReadOnlyList<Scenario> scenarios, RunFolder? folder, int workers)
{
    var worlds = new WorldFactory(browsers, new ReferenceTargetKind(suite.ReadingsOf(profile), null, suite.Folder), suite.RecipeOf(profile),
        folder, TimeSpan.FromSeconds(20));
    var run = await new SuiteRunner(new RunOptions(suite, scenarios, profile, worlds, workers, RunOptions.StandardStepLimit, folder, []),
        new NoProgress()).RunAsync(CancellationToken.None);
    if (run.Scenarios.FirstOrDefault(scenario => scenario.Verdict != Verdict.Passed) is { } other)
        throw new InvalidOperationException($"{other.Id} is {other.Verdict}: {other.Reason}");
}

static async Task<double> SecondsAsync(Func<Task> work)
{
    var watch = Stopwatch.StartNew();
    await work();
    return watch.Elapsed.TotalSeconds;
}

static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
