using System.Globalization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Trends;

/// <summary>A part of a column: so many scenarios of one verdict.</summary>
public sealed record ChartPart(Verdict Verdict, double Y, double Height);

/// <summary>One run as a column.</summary>
/// <param name="Duration">How high its duration stands, of <see cref="VerdictChart.DurationHeight"/>.</param>
/// <param name="Says">What it says when somebody points at it.</param>
public sealed record ChartColumn(TrendRun Run, double X, IReadOnlyList<ChartPart> Parts, double Duration, string Says);

/// <summary>
/// Runs side by side: what passed as high as it is many, and everything else high enough to be seen, one scenario of hundreds too.
/// </summary>
public sealed class VerdictChart
{
    public const double Pitch = 10;
    public const double Bar = 8;
    public const double Height = 120;
    public const double DurationHeight = 36;
    private const double Least = 5;
    private const int Most = 60;

    private VerdictChart(IReadOnlyList<ChartColumn> columns, int left, long longest) =>
        (Columns, Left, Longest) = (columns, left, longest);

    public IReadOnlyList<ChartColumn> Columns { get; }

    /// <summary>How many earlier runs are not drawn.</summary>
    public int Left { get; }

    /// <summary>The longest duration that is drawn, in milliseconds.</summary>
    public long Longest { get; }

    public double Width => Columns.Count * Pitch;

    /// <summary>The drawing of a group's runs.</summary>
    public static VerdictChart Of(IReadOnlyList<TrendRun> all)
    {
        var runs = all.TakeLast(Most).ToList();
        var largest = Math.Max(1, runs.Max(run => run.Counts.Values.Sum()));
        var longest = Math.Max(1, runs.Max(run => run.DurationMs));
        return new(
            [.. runs.Select((run, at) => new ChartColumn(
                run, at * Pitch, Parts(run, largest), DurationHeight * Math.Max(0, run.DurationMs) / longest, Says(run)))],
            all.Count - runs.Count, longest);
    }

    /// <summary>A number as SVG has it.</summary>
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    // From the bottom: what passed, then what is graver and graver.
    private static List<ChartPart> Parts(TrendRun run, int largest)
    {
        var parts = new List<ChartPart>();
        var others = Verdicts.Gravest.Where(verdict => verdict != Verdict.Passed && run.Counts[verdict.Text()] > 0).ToList();
        var heights = others.ToDictionary(verdict => verdict, verdict => Math.Max(Least, Height * run.Counts[verdict.Text()] / largest));
        var all = Height * run.Counts.Values.Sum() / largest;
        var passed = run.Counts["PASSED"] == 0 ? 0 : Math.Max(Least, all - heights.Values.Sum());
        var shrink = Math.Min(1, Height / (passed + heights.Values.Sum() + double.Epsilon));
        var y = Height;
        foreach (var (verdict, height) in (IEnumerable<(Verdict, double)>)
            [(Verdict.Passed, passed), .. others.AsEnumerable().Reverse().Select(verdict => (verdict, heights[verdict]))])
        {
            if (height == 0) continue;
            y -= height * shrink;
            parts.Add(new(verdict, y, height * shrink));
        }

        return parts;
    }

    private static string Says(TrendRun run) =>
        $"{Wording.Utc(run.StartedUtc)}: {run.Outcome}; "
        + string.Join(", ", Verdicts.Gravest.Where(verdict => run.Counts[verdict.Text()] > 0)
            .Select(verdict => $"{run.Counts[verdict.Text()]} {Wording.Word(verdict)}"))
        + $"; {Wording.Took(run.DurationMs)}";
}
