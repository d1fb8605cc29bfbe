using System.Text.Json.Serialization;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Timelines;

/// <summary>
/// The geometry of one scenario's timeline, in the units of the drawing: rows of cookies and marks over world time.
/// </summary>
/// <param name="Width">Width of the drawing, at least <see cref="LeastWidth"/>.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Rows">From top to bottom: the browser, the login service, apps, further sites, the clock.</param>
/// <param name="Ticks">Where bursts begin.</param>
/// <param name="Jumps">Where the axis is not to scale, because nothing happened for long.</param>
/// <param name="RunEnd">Where the scenario ended; what is right of it did not happen, it was promised.</param>
/// <param name="Alarm">The failing step; null when none failed.</param>
/// <param name="Scale">Where times lie, counted from <see cref="Origin"/>.</param>
/// <param name="Summary">The drawing in a sentence, for those who cannot see it.</param>
public sealed record Timeline(
    double Width, double Height, IReadOnlyList<TimelineRow> Rows, IReadOnlyList<TimelineTick> Ticks,
    IReadOnlyList<TimelineJump> Jumps, double RunEnd, TimelineAlarm? Alarm, [property: JsonIgnore] TimeScale Scale,
    string Summary)
{
    /// <summary>The moments of the scenario at which one can look what the browser held, in order.</summary>
    public IReadOnlyList<TimelineStop> Stops { get; init; } = [];

    /// <summary>What the browser held, from where to where.</summary>
    public IReadOnlyList<TimelineHolding> Holdings { get; init; } = [];

    /// <summary>Room at the left for the names of rows and cookies.</summary>
    public const double Gutter = 168;

    /// <summary>Space between the gutter and the first moment, and after the last one.</summary>
    public const double Margin = 14;

    /// <summary>The place of the first moment.</summary>
    public const double Origin = Gutter + Margin;

    /// <summary>The width that a page gives without scrolling.</summary>
    public const double LeastWidth = 1040;

    /// <summary>How far a page may shrink the drawing before it scrolls; the smallest letters are still 9 pixels high.</summary>
    public const double LeastZoom = 0.84;

    /// <summary>Height above the rows.</summary>
    public const double Head = 4;

    /// <summary>Height above the rows when there is an alarm, for its label.</summary>
    public const double HeadWithAlarm = 20;

    /// <summary>Height below the rows, for the axis labels.</summary>
    public const double Foot = 24;

    /// <summary>The middle of the marks, below their row's upper edge.</summary>
    public const double MarkLine = 16;

    /// <summary>Height of a row's line of marks and name.</summary>
    public const double MarkHeight = 30;

    /// <summary>Height of one cookie's line.</summary>
    public const double LaneHeight = 18;

    /// <summary>The kinds of marks in it, for the legend.</summary>
    public IReadOnlyList<MarkKind> MarkKinds => [.. Rows.SelectMany(row => row.Marks).Select(mark => mark.Kind).Distinct().Order()];

    /// <summary>The kinds of bars in it, for the legend.</summary>
    public IReadOnlyList<BarKind> BarKinds =>
        [.. Rows.SelectMany(row => row.Lanes).SelectMany(lane => lane.Bars).Select(bar => bar.Kind).Distinct().Order()];

    /// <summary>Draws up the timeline of a scenario; null when nothing was recorded.</summary>
    public static Timeline? Of(ScenarioRecord scenario, IReadOnlyList<Event> events) =>
        events.Count == 0 ? null : new TimelineLayout(scenario, events).Draw();
}
