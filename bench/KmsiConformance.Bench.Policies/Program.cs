using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using KmsiConformance.Bench.Policies;
using KmsiConformance.Policies;
using KmsiConformance.Lint;
using KmsiConformance.Policies.Sets;

// Reading, merging and linting policies, measured against XDocument.Load alone on the same files in the same run.
// Usage: dotnet run -c Release --project bench/KmsiConformance.Bench.Policies [ROUNDS]


const double Allowed = 3.0;

// XDocument comes compiled; our code is compiled while it runs, better and better over the first rounds.
const int WarmUp = 12;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 7;
var folder = Directory.CreateTempSubdirectory("kmsi-bench-").FullName;
try
{
    var worst = Math.Max(Measure("starter packs", large: false), Measure("every file as large as a base", large: true));
    foreach (var sets in (int[])[10, 100]) Memory(sets);
    return worst <= Allowed ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// The two take turns, so that a busy moment of the machine hits both; the median counts.
double Measure(string name, bool large)
{
    var packs = Path.Combine(folder, large ? "large" : "packs");
    StarterPack.Write(packs, 100, large);
    var files = Directory.GetFiles(packs, "*.xml", SearchOption.AllDirectories);
    var linter = new Linter(Readings.Undecided.With("C-01", "override").With("C-03", "15-to-720-minutes").With("C-05", "metadata")
        .With("C-21", "apps-told"));
    var load = new List<double>();
    var lint = new List<double>();
    var find = new List<double>();
    var walk = new List<double>();
    var cold = 0.0;
    for (var round = -WarmUp; round < rounds; round++)
    {
        var one = Time(() => Array.ForEach(files, file => XDocument.Load(file)));
        var other = Time(() => linter.Lint([packs]));
        FoundPolicies? found = null;
        var finding = Time(() => found = FoundPolicies.In([packs]));
        var walking = Time(() =>
        {
            foreach (var family in PolicyFamily.Of(found!.Policies))
                foreach (var _ in new PolicyWalk(family).Visit()) { }
        });
        if (round == -WarmUp) cold = other;
        if (round < 0) continue;
        find.Add(finding);
        walk.Add(walking);
        load.Add(one);
        lint.Add(other);
    }

    var ratio = Median(lint) / Median(load);
    Console.WriteLine(
        $"{name}: {files.Length} files, {files.Sum(f => new FileInfo(f).Length) / 1024.0 / 1024.0:0.0} MiB, "
        + $"{linter.Lint([packs]).Findings.Count} findings, median of {rounds} rounds");
    Console.WriteLine($"  XDocument.Load      {Median(load),8:0.0} ms");
    Console.WriteLine($"  read, merge, lint   {Median(lint),8:0.0} ms");
    Console.WriteLine($"    find              {Median(find),8:0.0} ms");
    Console.WriteLine($"    read and merge    {Median(walk),8:0.0} ms");
    Console.WriteLine($"    judge             {Median(lint) - Median(find) - Median(walk),8:0.0} ms");
    Console.WriteLine($"    first round       {cold,8:0.0} ms, while the code is being compiled");
    Console.WriteLine(
        $"  ratio               {ratio,8:0.00}    (allowed: {Allowed:0.0}) {(ratio <= Allowed ? "within" : "EXCEEDED")}; "
        + $"of the best rounds {lint.Min() / load.Min():0.00} ({lint.Min():0.0} ms and {load.Min():0.0} ms)");
    return ratio;
}

// What is alive while the sets are walked; it must not grow with their number.
void Memory(int sets)
{
    var packs = Path.Combine(folder, $"memory-{sets}");
    StarterPack.Write(packs, sets, large: true);
    var families = PolicyFamily.Of(FoundPolicies.In([packs]).Policies);
    var before = GC.GetTotalMemory(forceFullCollection: true);
    long most = 0;
    var chain = 0L;
    foreach (var family in families)
    {
        foreach (var visited in new PolicyWalk(family).Visit())
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            chain = Math.Max(chain, visited.Merged.Chain.Sum(f => new FileInfo(f.File).Length));
        }
    }

    var all = Directory.GetFiles(packs, "*.xml", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
    Console.WriteLine(
        $"memory, {sets * 5} files: at most {most / 1024.0 / 1024.0:0.0} MiB alive; "
        + $"the largest chain has {chain / 1024.0 / 1024.0:0.0} MiB of XML, all files {all / 1024.0 / 1024.0:0.0} MiB");
}

static double Time(Action action)
{
    GC.Collect();
    var watch = Stopwatch.StartNew();
    action();
    return watch.Elapsed.TotalMilliseconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
