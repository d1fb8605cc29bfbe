using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Bench.Scheduling;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;

// How long a plan takes on several machines, against the ideal: shares by number of scenarios, shares by how long scenarios took, and the
// queue; with equal machines, with one that is slow, and with one that is lost. Reckoned from recorded durations, and then with processes,
// a Redis and workers that sleep instead of running. What is expected was recorded on another night than what it takes tonight.
//   dotnet run -c Release --project bench/KmsiConformance.Bench.Scheduling -- LAST-NIGHT TONIGHT [MACHINES] [SECONDS]
// LAST-NIGHT and TONIGHT are run folders of the same scenarios; SECONDS is how long the ideal night is with processes, 0 only reckons.
if (args is ["worker", ..]) return await WorkAsync(args);
if (args.Length < 2)
{
    Console.Error.WriteLine("Expected two run folders of the same scenarios: LAST-NIGHT TONIGHT [MACHINES] [SECONDS]");
    return 2;
}

var (plan, expected, actual) = Load(args[0], args[1]);
var machines = int.Parse(args.ElementAtOrDefault(2) ?? "4", CultureInfo.InvariantCulture);
var seconds = double.Parse(args.ElementAtOrDefault(3) ?? "30", CultureInfo.InvariantCulture);
var equal = Enumerable.Repeat(1.0, machines).ToArray();
var lease = actual.Values.Sum() / machines / 20.0;
(string Name, Night Night)[] nights =
[
    ("equal machines", new Night(plan, expected, actual, equal, LostAt: null, lease)),
    ("one takes twice as long", new Night(plan, expected, actual, [.. equal[1..], 0.5], LostAt: null, lease)),
    ("one is lost half-way", new Night(plan, expected, actual, equal, LostAt: 0.5, lease)),
];
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{plan.Count} scenarios, {actual.Values.Sum() / 1000.0:0} s of work, the longest {actual.Values.Max() / 1000.0:0.0} s; "
    + $"{machines} machines; lease {lease / 1000.0:0.0} s. Times are multiples of the ideal."));
Console.WriteLine($"{"",-38}{"ideal",8}{"by number",12}{"by time",10}{"queue",10}");
var nobody = plan.ToDictionary(scenario => scenario.Id, _ => 1L, StringComparer.Ordinal);
foreach (var (name, night) in nights)
    Print("reckoned", name, night, Reckoning.Shares(night, nobody), Reckoning.Shares(night, expected), Reckoning.Queue(night));
if (seconds <= 0) return 0;

var port = 20_000 + Environment.ProcessId % 10_000;
var address = string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{port}");
using var redis = await RedisAsync(port);
foreach (var (name, night) in nights)
{
    var scale = seconds * 1000 / night.Ideal();
    string[] told = [args[0], args[1], Text(scale), Text(night.Lease * scale)];
    var workers = new Workers(night, scale, told);
    var byNumber = await workers.MeasureAsync(queue: null, "number");
    var byTime = await workers.MeasureAsync(queue: null, "time");
    var byQueue = await workers.MeasureAsync(address, $"bench-{Guid.NewGuid():N}");
    Print("processes", name, night, byNumber, byTime, byQueue);
}

redis.Kill();
return 0;

static (IReadOnlyList<Scenario> Plan, IReadOnlyDictionary<string, long> Expected, IReadOnlyDictionary<string, long> Actual) Load(
    string lastNight, string tonight)
{
    var (before, now) = (new RunFolder(lastNight).ReadRun(), new RunFolder(tonight).ReadRun());
    var expected = Timings.None.With([before]).Of(before.Browser.Name);
    var actual = Timings.None.With([now]).Of(now.Browser.Name);
    var suite = SuiteLoader.Load(Path.GetFullPath("scenarios"));
    List<Scenario> plan =
        [.. suite.Select(now.Profile, []).Where(scenario => expected.ContainsKey(scenario.Id) && actual.ContainsKey(scenario.Id))];
    return (plan, expected, plan.ToDictionary(scenario => scenario.Id, scenario => actual[scenario.Id], StringComparer.Ordinal));
}

static void Print(string how, string name, Night night, params double[] times) => Console.WriteLine(
    $"{how + ": " + name,-38}" + string.Create(CultureInfo.InvariantCulture, $"{night.Ideal() / 1000,7:0.0}s")
    + string.Concat(times.Select((time, index) =>
        string.Create(CultureInfo.InvariantCulture, $"{time / night.Ideal():0.00}").PadLeft(index == 0 ? 12 : 10))));

static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

static async Task<Process> RedisAsync(int port)
{
    var start = new ProcessStartInfo(
        "redis-server",
        ["--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--loglevel", "warning"])
    {
        UseShellExecute = false, RedirectStandardOutput = true,
    };
    var process = Process.Start(start)!;
    await RealTime.Delay(TimeSpan.FromSeconds(1));
    return process;
}

static async Task<int> WorkAsync(string[] args)
{
    double Number(int index) => double.Parse(args[index], CultureInfo.InvariantCulture);
    var (plan, expected, actual) = Load(args[6], args[7]);
    if (args[2] == "number") expected = plan.ToDictionary(scenario => scenario.Id, _ => 1L, StringComparer.Ordinal);
    await Worker.RunAsync(
        plan, expected, actual, args[1] == "-" ? null : args[1], args[2], (int)Number(3), (int)Number(4), Number(5), Number(8),
        TimeSpan.FromMilliseconds(Number(9)));
    return 0;
}
