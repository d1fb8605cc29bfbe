using System.Globalization;
using KmsiConformance.Apps;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Worlds;

namespace KmsiConformance.Measuring;

/// <summary>What an app of OpenID Connect gets: tokens and how long they are good, and what its requests come to.</summary>
/// <param name="visitor">Who signs in.</param>
/// <param name="world">Their world.</param>
/// <param name="app">The app that they use.</param>
/// <param name="other">Another app; null where there is none.</param>
/// <param name="tick">Whether they stay signed in.</param>
/// <param name="longest">The greatest age of a refresh token that is tried.</param>
/// <param name="say">Told of each step, for people who wait.</param>
internal sealed class TokenMeasure(
    Visitor visitor, World world, string app, string? other, bool tick, TimeSpan longest, Action<string> say)
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);
    private static readonly int Exceeded = (int)TimeSpan.FromMinutes(5).TotalSeconds;
    private static readonly int Met = (int)TimeSpan.FromHours(1).TotalSeconds;

    // As long as documents of large providers let them live.
    private static readonly TimeSpan[] Hints = [.. new[] { 1, 14, 30, 90 }.Select(days => TimeSpan.FromDays(days))];

    /// <summary>Measures it.</summary>
    /// <exception cref="MeasureStoppedException">Nobody can sign in.</exception>
    public async Task<MeasuredOpenId> RunAsync(CancellationToken cancellation)
    {
        say("tokens and requests");
        var before = world.Ledger.Count;
        await visitor.SignInAsync(tick, cancellation);
        var seen = world.Ledger.Since(before);
        var claims = seen.OfType<AppSessionStarted>().Last(started => started.App == app).Claims;
        var tokens = seen.OfType<TokensReceived>().LastOrDefault(received => received.App == app);
        var measured = new MeasuredOpenId
        {
            IdTokenSeconds = Seconds(claims, "exp") - Seconds(claims, "iat"),
            AccessTokenSeconds = tokens?.ExpiresIn,
            PromptNone = await visitor.AskAsync(new AppVisit("none"), cancellation),
            OtherAppIsTold = other is null ? null : await IsToldAsync(other, cancellation),
        };
        await visitor.ForgetAsync(_ => true, cancellation);
        measured = measured with { PromptNoneWithoutSession = await visitor.AskAsync(new AppVisit("none"), cancellation) };
        if (world.Target.Clock is null || world.TimeIsReal) return measured;

        await visitor.SignInAsync(tick, cancellation);
        await visitor.GrowAsync(Later, cancellation);
        measured = measured with
        {
            MaxAgeMet = await visitor.AskAsync(new AppVisit(MaxAge: Met), cancellation),
            MaxAgeExceeded = await visitor.AskAsync(new AppVisit(MaxAge: Exceeded), cancellation),
        };
        return tokens is { HasRefreshToken: true } ? measured with { RefreshToken = await RefreshTokenAsync(cancellation) } : measured;
    }

    // By the session that is there; where it has to ask, nobody is signed in beside the first.
    private async Task<bool?> IsToldAsync(string told, CancellationToken cancellation)
    {
        var before = world.Ledger.Count;
        await world.OpenAppAsync(told, new AppVisit(), cancellation);
        await world.AnswerAsync(PageKinds.Consent, "accept", cancellation, unasked: true);
        if (!world.Ledger.Since(before).OfType<AppSessionStarted>().Any(started => started.App == told)) return null;
        before = world.Ledger.Count;
        await visitor.SignOutAsync("registered", cancellation);
        return world.Ledger.Since(before).Any(seen => seen is AppNotified { EndedSession: true } notified && notified.App == told
            || seen is AppSessionEnded ended && ended.App == told);
    }

    private async Task<MeasuredLife> RefreshTokenAsync(CancellationToken cancellation)
    {
        var bounds = await Bisection.FindAsync(
            age => RefreshAsync(age, cancellation), Hints, longest,
            bounds => say($"refresh token: alive at {MeasuredWords.Length(bounds.Lower.TotalSeconds)} ({bounds.Probes} looks)"),
            () => Task.CompletedTask);
        return new MeasuredLife(bounds.Lower.TotalSeconds, bounds.Upper?.TotalSeconds, bounds.Probes) { Unstable = bounds.Unstable };
    }

    private async Task<Probe> RefreshAsync(TimeSpan age, CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        await visitor.GrowAsync(age, cancellation);
        var (before, least) = (world.Ledger.Count, visitor.Age);
        if (!await world.App(app).RefreshAsync()) throw new MeasureStoppedException($"{app} got a refresh token once and not again");
        var used = world.Ledger.Since(before).OfType<AppRefreshed>().Last();
        return new Probe(used.Accepted ? Seen.SignedIn : Seen.Asked, least, world.Clock.GetUtcNow() - visitor.SignedIn.From);
    }

    private static double? Seconds(IReadOnlyDictionary<string, string> claims, string name) =>
        claims.TryGetValue(name, out var said) && double.TryParse(said, NumberStyles.Any, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : null;
}
