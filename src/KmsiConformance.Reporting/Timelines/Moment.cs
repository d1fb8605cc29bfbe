namespace KmsiConformance.Reporting.Timelines;

/// <summary>
/// A point of world time that needs a place on the axis. Under a clock that stands still many moments share one time;
/// their sequence keeps them apart.
/// </summary>
/// <param name="At">World time.</param>
/// <param name="Sequence">Place among moments of the same time; 0 for a cookie's expiry, which no event announces.</param>
/// <param name="Row">The row on which a mark is drawn here; null when no mark needs room.</param>
/// <param name="AfterJump">Whether the clock was moved to get here.</param>
public sealed record Moment(DateTimeOffset At, int Sequence, string? Row = null, bool AfterJump = false);
