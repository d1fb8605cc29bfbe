namespace KmsiConformance.Reporting.Timelines;

/// <summary>
/// Places world time on an axis. Scenarios are bursts of seconds with jumps of minutes to months between them, so the
/// scale is piecewise: within a burst every mark gets room beside the one before on its row, and a jump is as wide as
/// the logarithm of its length. Between two moments it is linear. Order in time is always order on the axis.
/// </summary>
public sealed class TimeScale
{
    private static readonly TimeSpan BurstEndsAfter = TimeSpan.FromSeconds(20);
    private static readonly Spacing Roomy = new(Pitch: 20, Step: 4, Jump: 26, Decade: 10);
    private static readonly Spacing Tight = new(Pitch: 11, Step: 0.6, Jump: 3, Decade: 1.2);

    private readonly IReadOnlyList<Moment> _moments;
    private readonly Dictionary<(DateTimeOffset At, int Sequence), double> _places;

    private TimeScale(IReadOnlyList<Moment> moments, double[] places)
    {
        _moments = moments;
        _places = new(moments.Count);
        for (var i = 0; i < moments.Count; i++) _places[Key(moments[i])] = places[i];
        Width = places.Length == 0 ? 0 : places[^1];
    }

    /// <summary>Width of all moments together; more than was asked for when they would not fit legibly.</summary>
    public double Width { get; }

    /// <summary>The moments that begin a burst, in order of time: where the axis is labelled.</summary>
    public IEnumerable<Moment> BurstStarts => _moments.Where((_, i) => i == 0 || IsJump(_moments[i - 1], _moments[i]));

    /// <summary>From where to where the axis jumps.</summary>
    public IEnumerable<(Moment From, Moment To)> Jumps =>
        _moments.Zip(_moments.Skip(1)).Where(pair => IsJump(pair.First, pair.Second));

    /// <summary>A scale as wide as asked for; wider only when marks would otherwise touch.</summary>
    public static TimeScale Fit(IEnumerable<Moment> moments, double width)
    {
        var ordered = moments.GroupBy(Key, (_, same) => Together([.. same]))
            .OrderBy(moment => moment.At).ThenBy(moment => moment.Sequence).ToList();
        var roomy = Place(ordered, Roomy);
        if (roomy.Length == 0 || roomy[^1] == 0) return new(ordered, roomy);
        if (roomy[^1] <= width) return new(ordered, [.. roomy.Select(place => place * width / roomy[^1])]);

        var tight = Place(ordered, Tight);
        if (tight[^1] >= width) return new(ordered, tight);
        var share = (width - tight[^1]) / (roomy[^1] - tight[^1]);
        return new(ordered, [.. tight.Zip(roomy, (narrow, wide) => narrow + (share * (wide - narrow)))]);
    }

    /// <summary>The place of a moment that the scale was made of.</summary>
    /// <exception cref="KeyNotFoundException">The scale was made without it.</exception>
    public double Of(Moment moment) => _places[Key(moment)];

    /// <summary>The place of any time; before the first moment 0, after the last one <see cref="Width"/>.</summary>
    public double Of(DateTimeOffset time)
    {
        var next = _moments.TakeWhile(moment => moment.At < time).Count();
        if (next == 0) return 0;
        if (next == _moments.Count) return Width;
        var (before, after) = (_moments[next - 1], _moments[next]);
        var share = (time - before.At) / (after.At - before.At);
        return Of(before) + (share * (Of(after) - Of(before)));
    }

    private static (DateTimeOffset At, int Sequence) Key(Moment moment) => (moment.At, moment.Sequence);

    // What one event draws, its mark and the end of a bar, stands in one place.
    private static Moment Together(IReadOnlyList<Moment> same) => same[0] with
    {
        Row = same.Select(moment => moment.Row).FirstOrDefault(row => row is not null),
        AfterJump = same.Any(moment => moment.AfterJump),
    };

    private static double[] Place(List<Moment> moments, Spacing spacing)
    {
        var places = new double[moments.Count];
        var lastOnRow = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < moments.Count; i++)
        {
            var place = i == 0 ? 0 : places[i - 1] + Distance(moments[i - 1], moments[i], spacing);
            if (moments[i].Row is { } row)
            {
                if (lastOnRow.TryGetValue(row, out var last)) place = Math.Max(place, last + spacing.Pitch);
                lastOnRow[row] = place;
            }
            places[i] = place;
        }
        return places;
    }

    private static double Distance(Moment before, Moment after, Spacing spacing)
    {
        if (!IsJump(before, after)) return spacing.Step;
        var bursts = Math.Max(1, (after.At - before.At) / BurstEndsAfter);
        return spacing.Jump + (spacing.Decade * Math.Log10(bursts));
    }

    private static bool IsJump(Moment before, Moment after) => after.AfterJump || after.At - before.At >= BurstEndsAfter;

    /// <summary>Least distances, in units of the drawing.</summary>
    /// <param name="Pitch">Least distance of two marks on one row.</param>
    /// <param name="Step">Least distance of two moments of one burst.</param>
    /// <param name="Jump">Width of the shortest jump.</param>
    /// <param name="Decade">What a jump of ten times the length adds.</param>
    private sealed record Spacing(double Pitch, double Step, double Jump, double Decade);
}
