namespace KmsiConformance.Reporting.Timelines;

/// <summary>A horizontal band of the drawing: one app, the login service, another site, the browser or the clock.</summary>
/// <param name="Name">Written in the gutter.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Height">Height.</param>
/// <param name="Lanes">One line per cookie, or the one of the browser's process.</param>
/// <param name="Marks">What happened to it.</param>
public sealed record TimelineRow(
    string Name, double Top, double Height, IReadOnlyList<TimelineLane> Lanes, IReadOnlyList<TimelineMark> Marks);

/// <summary>One line of bars.</summary>
/// <param name="Label">Written in the gutter, shortened to fit.</param>
/// <param name="Title">The label in full.</param>
/// <param name="Y">Middle of the line.</param>
public sealed record TimelineLane(string Label, string Title, double Y, IReadOnlyList<TimelineBar> Bars);

/// <summary>How a bar is drawn.</summary>
public enum BarKind
{
    /// <summary>A cookie with a stored expiry.</summary>
    Persistent,

    /// <summary>A cookie that should end with the browser.</summary>
    Session,

    /// <summary>A browser process.</summary>
    Process,
}

/// <summary>Something that lasted.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Ends">False when it was still there when the scenario ended.</param>
/// <param name="Notches">Where it was renewed.</param>
public sealed record TimelineBar(double X, double End, BarKind Kind, bool Ends, string Title, IReadOnlyList<double> Notches);

/// <summary>Something that happened.</summary>
public sealed record TimelineMark(double X, double Y, MarkKind Kind, string Title);

/// <summary>A line across all rows where a burst of events begins.</summary>
/// <param name="Label">World time since the start; null where a label would run into another.</param>
public sealed record TimelineTick(double X, string? Label);

/// <summary>A stretch of the axis that is shortened.</summary>
public sealed record TimelineJump(double X, double End, string Title);

/// <summary>The step that decided against the target, or against the harness.</summary>
public sealed record TimelineAlarm(double X, int Step, string Title);

/// <summary>A moment at which one can look what the browser held.</summary>
/// <param name="Since">World time since the start, in words.</param>
/// <param name="Utc">The moment, in UTC.</param>
/// <param name="Step">During which step, from 1; 0 before the first one.</param>
public sealed record TimelineStop(double X, string Since, string Utc, int Step);

/// <summary>A cookie that the browser held for a stretch of time.</summary>
/// <param name="Site">The role of the site that it belongs to.</param>
/// <param name="Name">What it is called on its lane, in full.</param>
/// <param name="X">From where, included.</param>
/// <param name="End">To where, which is left out; null where it was still there in the end.</param>
/// <param name="Words">How it was stored, each from one place on.</param>
public sealed record TimelineHolding(string Site, string Name, double X, double? End, IReadOnlyList<TimelineWords> Words);

/// <summary>How a cookie was stored from one place of the axis on.</summary>
public sealed record TimelineWords(double X, string Text);
