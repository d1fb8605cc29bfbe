namespace KmsiConformance.Measuring;

/// <summary>Lengths of time compared.</summary>
internal static class Spans
{
    public static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    public static TimeSpan Greatest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
