namespace KmsiConformance.Measuring;

/// <summary>Between what two ages something ends.</summary>
/// <param name="Lower">The oldest age at which it was alive.</param>
/// <param name="Upper">The youngest age at which it was not; null where it was always.</param>
/// <param name="Probes">How often it was looked at.</param>
/// <param name="Unstable">Whether a second look at the same ages came to something else.</param>
internal sealed record Bounds(TimeSpan Lower, TimeSpan? Upper, int Probes, bool Unstable);

/// <summary>Finds the age at which something ends, by looks at single ages.</summary>
internal static class Bisection
{
    /// <summary>How close the two ages come.</summary>
    public static readonly TimeSpan Resolution = TimeSpan.FromSeconds(50);

    // An hour, ten hours, four days, forty days: where nothing is promised, most sessions end between two of these.
    private const double Stride = 10;

    private const int Again = 2;

    // Signing in and looking take their time, another one each time: only what is clear of that contradicts.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan First = TimeSpan.FromHours(1);

    /// <summary>Finds it, and looks twice more at both ends.</summary>
    /// <param name="probe">Looks at something fresh of the age.</param>
    /// <param name="hints">Ages at which it may end: those are tried first.</param>
    /// <param name="longest">The greatest age that is tried.</param>
    /// <param name="say">Told of each step.</param>
    /// <param name="later">Lets some time pass before each further look at both ends; null where there is none to look again.</param>
    public static async Task<Bounds> FindAsync(
        Func<TimeSpan, Task<Probe>> probe, IEnumerable<TimeSpan> hints, TimeSpan longest, Action<Bounds> say, Func<Task>? later)
    {
        var search = new Search(probe, say);
        foreach (var hint in hints.Distinct().Order())
        {
            // Who is alive well after it does not end there, and who is dead well before does not either.
            var (before, after) = (hint - (Resolution / 2), hint + (Resolution / 2));
            if (search.IsOpen(before)) await search.LookAsync(before);
            if (search.AliveAt >= before && search.IsOpen(after)) await search.LookAsync(after);
        }

        while (search.DeadAt is null && search.AliveAt < longest)
            await search.LookAsync(Spans.Least(longest, search.AliveAt < First ? First : search.AliveAt * Stride));
        while (search.DeadAt is { } dead && dead - search.AliveAt > Resolution) await search.LookAsync(Between(search.AliveAt, dead));
        for (var again = 0; later is not null && again < Again && !search.Bounds.Unstable; again++)
        {
            // What ends at some time of the day ends at another age of a session that begins at another time.
            await later();
            await search.LookAgainAsync();
        }

        return search.Bounds;
    }

    // Lives differ by orders of magnitude, and their ends are wanted to the minute.
    private static TimeSpan Between(TimeSpan alive, TimeSpan dead)
    {
        var from = alive < Resolution ? Resolution / 2 : alive;
        return dead > from * 2 ? TimeSpan.FromSeconds(Math.Round(Math.Sqrt(from.TotalSeconds * dead.TotalSeconds))) : (alive + dead) / 2;
    }

    private sealed class Search(Func<TimeSpan, Task<Probe>> probe, Action<Bounds> say)
    {
        private TimeSpan _lower;
        private TimeSpan? _upper;
        private int _probes;
        private bool _unstable;

        public TimeSpan AliveAt { get; private set; }

        public TimeSpan? DeadAt { get; private set; }

        /// <summary>Whether nobody can tell yet what is seen at an age.</summary>
        public bool IsOpen(TimeSpan age) => age > AliveAt && (DeadAt is not { } dead || age < dead);

        public Bounds Bounds => new(_lower, _upper, _probes, _unstable);

        public async Task LookAsync(TimeSpan age)
        {
            var seen = await probe(age);
            _probes++;
            if (seen.What == Seen.SignedIn) (AliveAt, _lower) = (age, seen.Least);
            else (DeadAt, _upper) = (age, seen.Most);
            say(Bounds);
        }

        public async Task LookAgainAsync()
        {
            if (AliveAt > Slack && await AgainAsync(AliveAt - Slack) is { What: Seen.Asked } died && died.Most <= _lower) _unstable = true;
            if (DeadAt is { } dead && await AgainAsync(dead + Slack) is { What: Seen.SignedIn } lived && lived.Least >= _upper)
                _unstable = true;
        }

        private Task<Probe> AgainAsync(TimeSpan age)
        {
            _probes++;
            return probe(age);
        }
    }
}
