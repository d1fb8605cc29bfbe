using System.Globalization;
using KmsiConformance.Mutations;
using KmsiConformance.Mutations.Playing;
using KmsiConformance.Mutations.Survivors;
using KmsiConformance.Suite;

// Turns every condition, default and source of evidence of our own checks, performers, ledger and cookie store, one at a time, and
// plays the tests that need no browser: does one of them notice? The tests have to be built before.
//   dotnet run -c Release --project tests/KmsiConformance.Mutations [-- ROOM... [--only TEXT] [--again LOG] [--workers N] [--tests FILE]]
// Exit code 1 when something survived that survivors.yaml does not list, or when it lists what is killed or gone.
if (args is ["--worker", var tests])
{
    Worker.Serve(tests);
    return 0;
}

var root = Path.GetFullPath(".");
var program = Path.GetFullPath(Value("--tests") ?? "tests/KmsiConformance.Tests/bin/Debug/net10.0/KmsiConformance.Tests.dll");
if (!File.Exists(program))
{
    Console.Error.WriteLine($"{program} is not there. Begin in the folder of the repository, after 'dotnet build'.");
    return 2;
}

var only = Value("--only");
var again = Value("--again") is { } log ? Findings.Printed(File.ReadLines(log)) : null;
var isWhole = only is null && again is null;
var workers = int.Parse(Value("--workers") ?? "2", CultureInfo.InvariantCulture);
var named = args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToList();
if (named.Except(Room.All.Select(room => room.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"There is no room '{unknown}' to change. There are {string.Join(", ", Room.All.Select(room => room.Name))}.");
    return 2;
}

IReadOnlyList<Survivor> listed;
try
{
    listed = SurvivorList.Read(root, File.ReadAllText(Path.Combine(root, "tests", "KmsiConformance.Mutations", SurvivorList.Name)));
}
catch (SuiteException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

var sound = true;
foreach (var room in Room.All.Where(room => named.Count == 0 || named.Contains(room.Name)))
{
    var started = TimeProvider.System.GetTimestamp();
    using var hunt = new Hunt(room, root, program, Console.Error.WriteLine);
    var outcomes = await hunt.RunAsync(
        mutation => (only is null || $"{mutation.Source} {mutation.Name}".Contains(only, StringComparison.Ordinal))
            && (again is null || again.Contains((mutation.Source, mutation.Name))), workers);
    var findings = new Findings(outcomes, [.. listed.Where(one => one.File.StartsWith(room.Name + "/", StringComparison.Ordinal))]);
    foreach (var line in findings.Lines(isWhole)) Console.WriteLine(line);
    Console.WriteLine($"{room.Name}: {findings.Summary}, {TimeProvider.System.GetElapsedTime(started).TotalMinutes:0.0} minutes");
    sound &= findings.AreSound(isWhole);
}

return sound ? 0 : 1;

string? Value(string option) => args.SkipWhile(word => word != option).Skip(1).FirstOrDefault();
