using KmsiConformance.Reference.Decisions;

namespace KmsiConformance.Reference.Mutants;

/// <summary>How a value of some type may be another: the changes that a decision of that type is put through.</summary>
internal static class Changes
{
    private static readonly (string Name, TimeSpan By)[] Shifts =
    [
        // Whoever looks a minute before the end and a minute after it must notice.
        ("two-minutes-more", TimeSpan.FromMinutes(2)), ("two-minutes-less", -TimeSpan.FromMinutes(2)),
        ("a-day-more", TimeSpan.FromDays(1)), ("a-day-less", -TimeSpan.FromDays(1)),
    ];

    /// <summary>The changes of a value.</summary>
    /// <param name="mayBeNull">Whether nothing is a value too.</param>
    public static IEnumerable<Change> Of(Type type, bool mayBeNull)
    {
        if (mayBeNull) yield return Change.Of("none", _ => null);
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        IEnumerable<Change> changes =
            bare == typeof(bool) ? Truths()
            : bare == typeof(TimeSpan) ? Spans(mayBeNull)
            : bare == typeof(DateTimeOffset) ? Moments()
            : bare == typeof(string) ? [Change.Of("changed", value => value is string text ? text + "x" : value)]
            : bare.IsEnum ? Enum.GetValues(bare).Cast<object>().Select(value => Change.Of(Words.Kebab(value.ToString()!), _ => value))
            : Lists.IsOne(bare) ? Lists.Of(bare)
            : bare == typeof(Dictionary<string, object>) ? Claims()
            : Records.IsOne(bare) ? Records.Of(bare)
            : [];
        foreach (var change in changes) yield return change;
    }

    /// <summary>The moments of an argument, each a little earlier or later than it is.</summary>
    public static IEnumerable<(string Name, Func<DateTimeOffset, DateTimeOffset> Of)> OtherMoments() =>
        Shifts.Select(shift => (shift.Name, (Func<DateTimeOffset, DateTimeOffset>)(moment => moment + shift.By)));

    private static IEnumerable<Change> Truths() =>
        [Change.Of("opposite", value => value is false), Change.Of("always", _ => true), Change.Of("never", _ => false)];

    private static IEnumerable<Change> Spans(bool mayBeNull) =>
    [
        .. Shifts.Select(shift => Change.Of(shift.Name, value => value is TimeSpan span ? Positive(span + shift.By) : value)),
        Change.Of("half", value => value is TimeSpan span ? span / 2 : value),
        Change.Of("double", value => value is TimeSpan span ? span * 2 : value),
        Change.Of("zero", value => value is TimeSpan ? TimeSpan.Zero : value),
        .. mayBeNull ? [Change.Of("a-day-where-none", value => value ?? TimeSpan.FromDays(1))] : (IEnumerable<Change>)[],
    ];

    private static IEnumerable<Change> Moments() =>
        Shifts.Select(shift => Change.Of(shift.Name, value => value is DateTimeOffset moment ? moment + shift.By : value));

    private static IEnumerable<Change> Claims() =>
    [
        Change.Of("empty", _ => Those([])),
        Change.Of("without-the-first", value => Those(((Dictionary<string, object>)value!).Skip(1))),
        Change.Of("without-the-last", value => Those(((Dictionary<string, object>)value!).SkipLast(1))),
    ];

    private static Dictionary<string, object> Those(IEnumerable<KeyValuePair<string, object>> claims) =>
        new(claims, StringComparer.Ordinal);

    private static TimeSpan Positive(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
