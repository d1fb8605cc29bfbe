using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Worlds;

namespace KmsiConformance.Measuring;

/// <summary>
/// How long the server lets a session live: unused, by single looks at sessions that are fresh each time, for a look may extend it; and
/// in use. Cookies that a browser lets go are put back, so that nothing but the server decides.
/// </summary>
/// <param name="visitor">Who signs in.</param>
/// <param name="world">Their world.</param>
/// <param name="tick">Whether they stay signed in.</param>
/// <param name="longest">The greatest age that is tried.</param>
/// <param name="say">Told of each step, for people who wait.</param>
internal sealed class LifeMeasure(Visitor visitor, World world, bool tick, TimeSpan longest, Action<string> say)
{
    // Parts of a life: well within it, and how exactly its parts are told.
    private const double Late = 0.9;
    private const double Middle = 0.5;
    private const double Exactly = 0.02;

    // Use so soon after the sign-in that it matters to nobody, if only it shows.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Room = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan OtherHour = TimeSpan.FromMinutes((7 * 60) + 13);

    // In which a session that ends however much it is used is looked for: so often, and for a month where that takes no longer.
    private const int Visits = 12;
    private const int MostVisits = 60;

    // How often in a life, beside once.
    private static readonly int[] Often = [1, 8, 32];
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);
    private const int MostTries = 3;

    private string Words => tick ? "with the box" : "without the box";

    /// <summary>Measures it.</summary>
    /// <exception cref="MeasureStoppedException">It cannot go on.</exception>
    public async Task<MeasuredLife> RunAsync(CancellationToken cancellation)
    {
        if (world.Target.Clock is null && !world.TimeIsReal)
            throw new MeasureStoppedException(
                "the clock of the target cannot be moved, so only what its cookies promise is known; --clock real waits, as long as "
                + "--longest says");
        var bounds = await Bisection.FindAsync(
            age => ProbeAsync([], age, cancellation), await HintsAsync(cancellation), longest,
            bounds => say($"{Words}: an unused session {Between(bounds.Lower, bounds.Upper)} ({bounds.Probes} looks)"),
            world.TimeIsReal ? null : () => world.MoveClockAsync(OtherHour, cancellation));
        var life = new MeasuredLife(bounds.Lower.TotalSeconds, bounds.Upper?.TotalSeconds, bounds.Probes) { Unstable = bounds.Unstable };
        if (bounds.Upper is not { } upper || bounds.Unstable || bounds.Lower < Room * 2) return life;
        var renewal = await RenewalAsync(bounds.Lower, upper, cancellation);
        var most = renewal.Slides ? await MaximumAsync(bounds.Lower, cancellation) : await SoonerAsync(bounds.Lower, cancellation);

        // Nobody's session should end sooner because it is used.
        return life with { Renewal = renewal, Maximum = most, Unstable = most?.UpperSeconds < life.LowerSeconds };
    }

    /// <summary>A session that is used at some ages, and then looked at.</summary>
    private async Task<Probe> ProbeAsync(IEnumerable<TimeSpan> uses, TimeSpan age, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var mark = Heartbeat.OfThisProcess.Mark();
            var probe = await ProbeOnceAsync(uses, age, cancellation);
            if (world.StandstillSince(mark) is not { } standstill) return probe;
            if (tries == MostTries) throw new MeasureStoppedException($"{standstill}, again and again");
        }
    }

    // One that has ended before its last use is dead at every age after that.
    private async Task<Probe> ProbeOnceAsync(IEnumerable<TimeSpan> uses, TimeSpan age, CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        foreach (var use in uses)
        {
            await visitor.GrowAsync(use, cancellation);
            if (await visitor.ComeBackAsync(cancellation) is { What: Seen.Asked } dead) return dead;
        }

        await visitor.GrowAsync(age, cancellation);
        return await visitor.ComeBackAsync(cancellation);
    }

    // What is declared, and what the cookies promise.
    private async Task<IReadOnlyList<TimeSpan>> HintsAsync(CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        var now = world.Clock.GetUtcNow();
        var policy = world.Target.Policy;
        TimeSpan? declared = policy.Says(tick ? SettingsInForce.KeepAliveName : SettingsInForce.SessionName)
            ? tick ? policy.KeepAlive : policy.Session
            : null;
        return
        [
            .. visitor.Cookies.Select(cookie => cookie.ExpiresAt - now).Append(declared).OfType<TimeSpan>()
                .Select(hint => TimeSpan.FromSeconds(Math.Round(hint.TotalSeconds))).Where(hint => hint > Room && hint < longest),
        ];
    }

    private async Task<MeasuredRenewal> RenewalAsync(TimeSpan lower, TimeSpan upper, CancellationToken cancellation)
    {
        say($"{Words}: does use extend it");
        var last = lower - Room;
        if (!await IsExtendedAsync(last)) return new MeasuredRenewal(false);
        var (not, does, took) = (TimeSpan.Zero, last, TimeSpan.Zero);

        // What use adds has to reach beyond the moment of the look.
        var soonest = Spans.Greatest(Soon, upper - lower + (2 * Room));
        foreach (var hint in new[] { soonest, lower * (Middle - (Exactly / 2)), lower * (Middle + (Exactly / 2)) })
            if (hint > not && hint < does) await TryAsync(hint);
        while (does > soonest && does > not * (1 + (2 * Exactly)) && does - not > Bisection.Resolution)
            await TryAsync(TimeSpan.FromSeconds(Math.Sqrt(Spans.Greatest(not, soonest).TotalSeconds * does.TotalSeconds)));
        return new MeasuredRenewal(true, not.TotalSeconds, Math.Round((does + took).TotalSeconds));

        async Task TryAsync(TimeSpan age)
        {
            if (await IsExtendedAsync(age)) does = age;
            else not = age;
            say($"{Words}: use extends it from {MeasuredWords.Length(does.TotalSeconds)} on, if not before");
        }

        // Used at that age, it is alive a little after it would otherwise have ended: by however little it is extended.
        async Task<bool> IsExtendedAsync(TimeSpan age)
        {
            var probe = await ProbeAsync([age], upper + Room, cancellation);

            // The session may be as much older as signing in and looking took.
            took = probe.Most - probe.Least;
            return probe.What == Seen.SignedIn;
        }
    }

    // An end may be one of a session that is used too seldom: it counts where more use comes to the same.
    private async Task<MeasuredMaximum> MaximumAsync(TimeSpan lower, CancellationToken cancellation)
    {
        say($"{Words}: does it end although it is in use");
        foreach (var often in Often)
        {
            var gap = lower * Late / often;
            var found = await EndInUseAsync(gap, cancellation);
            if (often == Often[^1] || found.UpperSeconds is not { } end) return found;
            var after = TimeSpan.FromSeconds(end) + Room;
            if ((await ProbeAsync(Uses(lower * Late / Often[^1], after), after, cancellation)).What == Seen.Asked) return found;
        }

        throw new InvalidOperationException("The last way is always an answer.");
    }

    // A session that use does not extend lives on in use until its own end. Where it does not, use has brought it a nearer one.
    private async Task<MeasuredMaximum?> SoonerAsync(TimeSpan lower, CancellationToken cancellation)
    {
        say($"{Words}: does use end it");
        var last = lower - Room;
        return (await ProbeAsync(Uses(lower / Visits, last), last, cancellation)).What == Seen.SignedIn
            ? null
            : await EndInUseAsync(lower * Late / Often[^1], cancellation);
    }

    private async Task<MeasuredMaximum> EndInUseAsync(TimeSpan gap, CancellationToken cancellation)
    {
        var most = (int)Math.Clamp(Spans.Least(longest, Spans.Greatest(Month, gap * Visits)) / gap, 2, MostVisits);
        var visits = 0;
        await visitor.SignInAsync(tick, cancellation);
        var (alive, dead) = (TimeSpan.Zero, (TimeSpan?)null);
        foreach (var use in Uses(gap, gap * (most + 0.5)))
        {
            await visitor.GrowAsync(use, cancellation);
            visits++;
            var probe = await visitor.ComeBackAsync(cancellation);
            if (probe.What == Seen.SignedIn)
            {
                alive = probe.Least;
                continue;
            }

            dead = use;
            break;
        }

        var measured = new MeasuredMaximum(alive.TotalSeconds, null, visits) { EverySeconds = Math.Round(gap.TotalSeconds) };
        if (dead is not { } end) return measured;
        var (lowerAt, low, high) = (end - gap, alive, end);
        while (end - lowerAt > Bisection.Resolution)
        {
            var middle = lowerAt + ((end - lowerAt) / 2);
            var probe = await ProbeAsync(Uses(gap, middle), middle, cancellation);
            if (probe.What == Seen.SignedIn) (lowerAt, low) = (middle, probe.Least);
            else (end, high) = (middle, probe.Most);
            say($"{Words}: a session in use {Between(low, high)}");
        }

        return measured with { LowerSeconds = low.TotalSeconds, UpperSeconds = high.TotalSeconds };
    }

    private static IEnumerable<TimeSpan> Uses(TimeSpan gap, TimeSpan until) =>
        Enumerable.Range(1, 10_000).Select(number => gap * number).TakeWhile(use => use < until);

    private static string Between(TimeSpan lower, TimeSpan? upper) => upper is { } until
        ? $"ends between {MeasuredWords.Length(lower.TotalSeconds)} and {MeasuredWords.Length(until.TotalSeconds)}"
        : $"is alive after {MeasuredWords.Length(lower.TotalSeconds)}";
}
