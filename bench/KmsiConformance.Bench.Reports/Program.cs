using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Bench.Reports;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;

// How large the report of a run is, how long it takes to write, and how long to open and to search, without pictures. RUN is a run that was
// made; its scenarios are taken again and again until there are as many as asked for.
//   dotnet run -c Release --project bench/KmsiConformance.Bench.Reports -- RUN [SCENARIOS]…

const int Rounds = 5;
const double FirstView = 500;
const double Answer = 100;

// Beyond this many a search may take longer.
const int Largest = 2000;

if (args.Length == 0)
{
    Console.Error.WriteLine("Name a run folder, as in: dotnet run -c Release --project bench/KmsiConformance.Bench.Reports -- reports/RUN");
    return 2;
}

var met = true;
foreach (var count in args.Length > 1 ? args[1..].Select(one => int.Parse(one, CultureInfo.InvariantCulture)) : [253, 2000])
{
    var folder = Path.Combine(Path.GetTempPath(), "kmsi-bench-" + Path.GetRandomFileName());
    try
    {
        var run = LargeRun.Write(new RunFolder(args[0]), folder, count);
        var watch = Stopwatch.StartNew();
        await new HtmlReporter().WriteAsync(run, CancellationToken.None);
        var took = watch.Elapsed;
        using var process = Process.GetCurrentProcess();
        var (size, most) = (new FileInfo(run.ReportFile).Length / 1e6, count <= 253 ? 2.0 : 6.0 * Math.Max(1, count / (double)Largest));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} scenarios: {size:0.0} MB (allowed: {most:0.0}), written in {took.TotalSeconds:0.0} s, "
            + $"{process.PeakWorkingSet64 >> 20} MiB at the most"));
        var opening = await Opening.OfAsync(run.ReportFile, Rounds);
        var answer = Math.Max(opening.Filter, Math.Max(opening.FirstSearch, opening.Search));
        var within = size <= most && opening.FirstView <= FirstView && (answer <= Answer || count > Largest);
        Console.WriteLine($"  {opening}: {(within ? "within" : "EXCEEDED")}");
        met &= within;
    }
    finally
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

return met ? 0 : 1;
