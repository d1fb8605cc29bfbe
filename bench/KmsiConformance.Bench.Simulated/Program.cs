using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using KmsiConformance.Bench.Simulated;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Clocks;
using KmsiConformance.Cookies;
using KmsiConformance.Ledger;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Suite;
using KmsiConformance.Worlds;

// What the simulated browser costs over the bare HTTP exchange of the same requests in the same run: the catalogue is
// run once and recorded; then the browser, and after it a bare HTTP client, go through the recording against a server
// that gives the recorded answers. And how many scenarios run in a second, with everything that belongs to them.
//   dotnet run -c Release --project bench/KmsiConformance.Bench.Simulated [-- rounds]
const double Limit = 1.5;

// The runtime compiles what is used often a second time; until then the first rounds measure the compiler.
const int WarmUpRounds = 5;

var rounds = int.Parse(args.ElementAtOrDefault(0) ?? "7", CultureInfo.InvariantCulture);
var suite = SuiteLoader.Load(Path.GetFullPath("scenarios"));
var profile = suite.DefaultProfile.Id;

// Who waits in real time, for itself or for a third party that is slow on purpose, measures the waiting.
var scenarios = suite.Select(profile, []).Where(scenario => !scenario.RealTime && !scenario.ThirdParties.Values
    .SelectMany(party => party.Mappings).Any(file => file.Text.Contains("\"Delay\"", StringComparison.Ordinal))).ToList();
var simulated = await Preflight.FindAsync(new PreflightRequest(null, false, false, ClockMode.Auto, "simulated"), _ => { },
    CancellationToken.None);

// A site that never answers costs what one is willing to wait.
var recordings = (await RecordAsync()).Where(recording => recording.IsWhole).ToList();
await using var server = new ReplayServer(recordings);
await server.StartAsync();

// Each recording is played by both, one right after the other, so that whatever else the machine does meets both alike.
var (simulatedTimes, bareTimes, ratios, scenarioRates, socketRates) = (new List<double>(), new List<double>(), new List<double>(),
    new List<double>(), new List<double>());
for (var round = 0; round < WarmUpRounds + rounds; round++)
{
    var (bare, browser) = (0.0, 0.0);
    for (var number = 0; number < recordings.Count; number++)
    {
        bare += await SecondsAsync(() => BareAsync(number));
        browser += await SecondsAsync(() => SimulatedAsync(number));
    }

    var whole = await SecondsAsync(() => RunAsync(simulated.MakeBrowser, Environment.ProcessorCount, inMemory: true));
    var overSockets = await SecondsAsync(() => RunAsync(simulated.MakeBrowser, Environment.ProcessorCount, inMemory: false));
    if (round < WarmUpRounds) continue;
    bareTimes.Add(bare);
    simulatedTimes.Add(browser);
    ratios.Add(browser / bare);
    scenarioRates.Add(scenarios.Count / whole);
    socketRates.Add(scenarios.Count / overSockets);
}

var exchanges = recordings.Sum(recording => recording.Sessions.Sum(session => session.Count));
var ratio = Median(ratios);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{recordings.Count} scenarios, {exchanges} exchanges: simulated browser {Median(simulatedTimes):0.000} s, "
    + $"bare HTTP {Median(bareTimes):0.000} s, ratio {ratio:0.00} (at most {Limit}) over {rounds} rounds"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{Median(scenarioRates):0} scenario runs per second with {Environment.ProcessorCount} workers, sites and checks included; "
    + $"{Median(socketRates):0} over sockets and TLS"));
return ratio <= Limit ? 0 : 1;

async Task<IReadOnlyList<Recording>> RecordAsync()
{
    var recorded = new List<Recording>();
    await RunAsync(
        (clock, observer, conditions) =>
        {
            var recording = new Recording(CookiePolicy.AsShipped with { ThirdParty = conditions.ThirdPartyCookies!.Value });
            recorded.Add(recording);
            HttpMessageHandler Transport()
            {
                recording.Sessions.Add([]);
                return new RecordingHandler(SimulatedLaunch.Network(), recording);
            }

            return new RecordingBrowser(new SimulatedBrowser(
                new SimulatedLaunch(clock.World) { Transport = Transport, Cookies = recording.Cookies }, observer), clock.World, recording);
        },
        workers: 1,
        inMemory: true);
    return recorded;
}

async Task RunAsync(Func<BrowserClock, Action<BrowserSight>, BrowserConditions, IBrowser> makeBrowser, int workers, bool inMemory)
{
    var ready = simulated with { MakeBrowser = makeBrowser, VisitsInMemory = inMemory };
    var worlds = new WorldFactory(ready, new ReferenceTargetKind(suite.ReadingsOf(profile), null, suite.Folder), suite.RecipeOf(profile),
        null, TimeSpan.FromSeconds(20));
    var run = await new SuiteRunner(new RunOptions(suite, scenarios, profile, worlds, workers, RunOptions.StandardStepLimit, null, []),
        new Silence()).RunAsync(CancellationToken.None);
    if (run.Scenarios.FirstOrDefault(scenario => scenario.Verdict != Verdict.Passed) is { } other)
        throw new InvalidOperationException($"{other.Id} is {other.Verdict}: {other.Reason}");
}

async Task SimulatedAsync(int number)
{
    var (clock, session) = (new WorldClock(), 0);
    await using var browser = new SimulatedBrowser(new SimulatedLaunch(clock)
    {
        Transport = () => server.Transport(number, session++), Cookies = recordings[number].Cookies,
    }, _ => { });
    foreach (var (offset, call) in recordings[number].Calls)
    {
        clock.MoveBy(offset - clock.Offset);
        await call(browser);
    }
}

async Task BareAsync(int number)
{
    for (var session = 0; session < recordings[number].Sessions.Count; session++)
    {
        using var http = new HttpMessageInvoker(server.Transport(number, session));
        foreach (var exchange in recordings[number].Sessions[session])
        {
            using var message = new HttpRequestMessage(exchange.Method, exchange.Url);
            foreach (var (name, value) in exchange.Headers) message.Headers.TryAddWithoutValidation(name, value);
            if (exchange.Content is not null)
                message.Content = new ByteArrayContent(exchange.Content)
                {
                    Headers = { ContentType = MediaTypeHeaderValue.Parse(exchange.ContentType!) },
                };
            using var answer = await http.SendAsync(message, CancellationToken.None);
            await answer.Content.ReadAsByteArrayAsync();
        }
    }
}

static async Task<double> SecondsAsync(Func<Task> work)
{
    var begun = Stopwatch.GetTimestamp();
    await work();
    return Stopwatch.GetElapsedTime(begun).TotalSeconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
