using System.Globalization;
using KmsiConformance.Ledger.Measured;

namespace KmsiConformance.Reporting.Lives;

/// <summary>One length as a bar.</summary>
/// <param name="Kind"><c>promised</c>, <c>unused</c> or <c>in-use</c>.</param>
/// <param name="End">Where it ends, in the drawing's own unit.</param>
/// <param name="Open">Whether nobody saw it end.</param>
/// <param name="Label">What it says beside it.</param>
public sealed record LifeBar(string Kind, double Y, double End, bool Open, string Label);

/// <summary>What belongs to one name.</summary>
public sealed record LifeRow(string Name, double Y, IReadOnlyList<LifeBar> Bars);

/// <summary>A mark of the axis.</summary>
public sealed record LifeTick(double X, string Label);

/// <summary>
/// Promised and measured lives on one axis of time. Sessions last minutes and months, so the axis is logarithmic: from a mark to the next
/// is a multiple.
/// </summary>
public sealed class LifeChart
{
    public const double Width = 1080;
    public const double Gutter = 200;
    public const double BarHeight = 16;
    private const double LabelRoom = 190;
    private const double BarPitch = 22;
    private const double RowGap = 16;
    private const double Top = 8;
    private const double Axis = 30;
    private const double Least = 60;

    private static readonly (double Seconds, string Label)[] Marks =
    [
        (60, "1 min"), (600, "10 min"), (3600, "1 h"), (6 * 3600, "6 h"), (86_400, "1 d"), (7 * 86_400, "7 d"), (30 * 86_400, "30 d"),
        (90 * 86_400, "90 d"), (365 * 86_400, "1 year"),
    ];

    private readonly double _most;

    private LifeChart(IReadOnlyList<(string Name, IReadOnlyList<(string Kind, double Seconds, bool Open, string Label)> Bars)> rows)
    {
        _most = Math.Max(3600, rows.SelectMany(row => row.Bars).Max(bar => bar.Seconds) * 1.1);
        var y = Top;
        var drawn = new List<LifeRow>();
        foreach (var (name, bars) in rows)
        {
            drawn.Add(new LifeRow(name, y, [.. bars.Select((bar, number) =>
                new LifeBar(bar.Kind, y + (number * BarPitch), X(bar.Seconds), bar.Open, bar.Label))]));
            y += (bars.Count * BarPitch) + RowGap;
        }

        Rows = drawn;
        Bottom = y;
        Ticks = [.. Marks.Where(mark => mark.Seconds <= _most).Select(mark => new LifeTick(X(mark.Seconds), mark.Label))];
    }

    public IReadOnlyList<LifeRow> Rows { get; }

    public IReadOnlyList<LifeTick> Ticks { get; }

    /// <summary>Where the axis is.</summary>
    public double Bottom { get; }

    public double Height => Bottom + Axis;

    /// <summary>The drawing of a measurement; null where there is nothing to draw.</summary>
    public static LifeChart? Of(Measurement measured)
    {
        var rows = new List<(string, IReadOnlyList<(string, double, bool, string)>)>();
        foreach (var (name, life, withBox) in new[]
        {
            ("Without the box", measured.Server.WithoutBox, false), ("With the box", measured.Server.WithBox, true),
        })
        {
            if (life is null) continue;
            var bars = new List<(string, double, bool, string)>();
            if (Promises.Of(measured, withBox) is { } promised)
                bars.Add(("promised", promised, false, $"{MeasuredWords.Length(promised)} promised"));
            bars.Add((
                "unused", Middle(life.LowerSeconds, life.UpperSeconds), life.UpperSeconds is null,
                $"{MeasuredWords.Bounds(life.LowerSeconds, life.UpperSeconds)} unused{(life.Unstable ? ", unstable" : "")}"));
            if (life.Maximum is { } most)
                bars.Add((
                    "in-use", Middle(most.LowerSeconds, most.UpperSeconds), most.UpperSeconds is null,
                    $"{MeasuredWords.Bounds(most.LowerSeconds, most.UpperSeconds)} in use"));
            rows.Add((name, bars));
        }

        return rows.Count == 0 ? null : new LifeChart(rows);
    }

    /// <summary>A number as SVG wants it.</summary>
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static double Middle(double lower, double? upper) => upper is { } until ? (lower + until) / 2 : lower;

    private double X(double seconds) => Gutter
        + ((Width - Gutter - LabelRoom) * Math.Log(Math.Max(seconds, Least) / (Least / 2)) / Math.Log(_most / (Least / 2)));
}
