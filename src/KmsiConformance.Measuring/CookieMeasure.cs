using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Worlds;

namespace KmsiConformance.Measuring;

/// <summary>What the cookies of the login endpoint promise, and which of them is good for what.</summary>
internal sealed class CookieMeasure(Visitor visitor, World world, Action<string> say)
{
    /// <summary>Cookies that are tried; a site that sets more is left with the others untried.</summary>
    public const int MostTried = 10;

    // Two sessions' cookies are told apart by what they promise; a clock rounds.
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(2);

    // Cookies end at whole seconds.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);
    private const double Late = 0.75;

    /// <summary>Measures them.</summary>
    /// <exception cref="MeasureStoppedException">Nobody can sign in.</exception>
    public async Task<FoundCookies> RunAsync(CancellationToken cancellation)
    {
        say("cookies: signing in with the box, and without it");
        Dictionary<CookieKey, Promise>? with = await PromisedAsync(tick: true, cancellation);
        var without = visitor.OffersBox ? await PromisedAsync(tick: false, cancellation) : with!;
        if (!visitor.OffersBox) with = null;
        var renewed = await RenewedAsync(with is not null, cancellation);
        var measured = new List<MeasuredCookie>();
        foreach (var (which, cookie) in (with ?? without).Concat(without).DistinctBy(pair => pair.Key))
        {
            var (kept, unkept) = (with?.GetValueOrDefault(which), without.GetValueOrDefault(which));
            var found = new MeasuredCookie(
                cookie.Stored.Name, cookie.Stored.Domain, null, (with is null ? unkept : kept)?.Promised?.TotalSeconds)
            {
                Attributes = new(
                    Path(unkept, kept), cookie.Stored.Secure, cookie.Stored.HttpOnly, cookie.Stored.SameSite,
                    cookie.Stored.Partition is not null),
                WithBox = with is null ? null : kept is not null,
                WithoutBox = unkept is not null,
                PromisedSecondsWithoutBox = unkept?.Promised?.TotalSeconds,
                Renewed = renewed.GetValueOrDefault(which),
            };
            measured.Add(measured.Count < MostTried ? await TriedAsync(found, which, cancellation) : found);
        }

        return new FoundCookies(with is not null, measured);
    }

    private async Task<Dictionary<CookieKey, Promise>> PromisedAsync(bool tick, CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        return Keyed(visitor.Cookies).ToDictionary(cookie => CookieKey.Of(cookie), cookie => new Promise(cookie, Length(cookie.ExpiresAt)));
    }

    // It was set at some moment of the sign-in, most likely for whole minutes.
    private TimeSpan? Length(DateTimeOffset? until)
    {
        if (until is not { } end) return null;
        var (most, least) = (end - visitor.SignedIn.From + Rounding, end - visitor.SignedIn.Until - Rounding);
        var minutes = TimeSpan.FromMinutes(Math.Floor(most.TotalMinutes));
        return minutes >= least ? minutes : TimeSpan.FromSeconds(Math.Round((most + least).TotalSeconds / 2));
    }

    // Deleted alone and left alone, where it is set at all.
    private async Task<MeasuredCookie> TriedAsync(MeasuredCookie cookie, CookieKey which, CancellationToken cancellation)
    {
        say($"cookies: what is {cookie.Name} good for");
        var tick = cookie.WithBox ?? false;
        var deleted = await AfterAsync(tick, known => known == which, cancellation);
        var left = await AfterAsync(tick, known => known != which, cancellation);

        // A browser that is remembered gets a new session at once; who is not has one cookie less to hide behind.
        var (deletedUnkept, leftUnkept) = tick && cookie.WithoutBox
            ? (await AfterAsync(false, known => known == which, cancellation),
                await AfterAsync(false, known => known != which, cancellation))
            : (deleted, left);
        var holds = deletedUnkept == Seen.Asked || (cookie.WithoutBox && leftUnkept == Seen.SignedIn);
        var remembers = tick && cookie.PromisedSeconds is not null && (deleted == Seen.Asked || left == Seen.SignedIn);
        return cookie with
        {
            DeletedAlone = deleted.Text(),
            LeftAlone = left.Text(),
            Role = (holds, remembers) switch
            {
                (true, true) => cookie.WithoutBox ? "session and remembering" : "remembering",
                (true, false) => "session",
                (false, true) => "remembering",
                _ => left == Seen.SignedIn ? "session" : "none",
            },
        };
    }

    private async Task<Seen> AfterAsync(bool tick, Func<CookieKey, bool> deleted, CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        await visitor.ForgetAsync(cookie => deleted(CookieKey.Of(cookie)), cancellation);
        return (await visitor.VisitAsync(cancellation)).What;
    }

    private async Task<IReadOnlyDictionary<CookieKey, string>> RenewedAsync(bool tick, CancellationToken cancellation)
    {
        var renewed = new Dictionary<CookieKey, string>();
        if (world.Target.Clock is null || world.TimeIsReal) return renewed;
        foreach (var which in await ChangedAsync(tick, Soon, cancellation)) renewed[which] = "at every visit";
        var promises = visitor.Cookies.Where(cookie => !renewed.ContainsKey(CookieKey.Of(cookie))).ToList();
        var shortest = promises.Select(cookie => cookie.ExpiresAt - world.Clock.GetUtcNow()).Min();
        if (shortest is { } life && life * Late > Soon)
        {
            // A session cookie that is another by then may be one of another session.
            foreach (var which in await ChangedAsync(tick, life * Late, cancellation))
                renewed.TryAdd(which, "within three quarters of its life");
            foreach (var cookie in promises.Where(cookie => cookie.ExpiresAt is null)) renewed.Remove(CookieKey.Of(cookie));
            foreach (var cookie in promises.Where(cookie => cookie.ExpiresAt is not null))
                renewed.TryAdd(CookieKey.Of(cookie), "never");
        }

        return renewed;
    }

    private async Task<IReadOnlyList<CookieKey>> ChangedAsync(bool tick, TimeSpan age, CancellationToken cancellation)
    {
        await visitor.SignInAsync(tick, cancellation);
        var before = Keyed(visitor.Cookies).ToDictionary(CookieKey.Of);
        await visitor.GrowAsync(age, cancellation);
        var probe = await visitor.VisitAsync(cancellation);
        return probe.What == Seen.Asked
            ? []
            : [
                .. visitor.Cookies.Where(cookie => before.TryGetValue(CookieKey.Of(cookie), out var old)
                        && (old.Value != cookie.Value || IsLater(old.ExpiresAt, cookie.ExpiresAt)))
                    .Select(CookieKey.Of),
            ];
    }

    private static bool IsLater(DateTimeOffset? old, DateTimeOffset? now) => now - old > Same;

    // Where each sign-in has a path of its own, only its beginning means something.
    private static string Path(Promise? one, Promise? other)
    {
        var (path, another) = ((one ?? other)!.Stored.Path, (other ?? one)!.Stored.Path);
        if (path == another) return path;
        var same = path.Zip(another).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{path[..(path.LastIndexOf('/', Math.Max(0, same - 1)) + 1)]}…";
    }

    private static IEnumerable<StoredCookie> Keyed(IEnumerable<StoredCookie> cookies) => cookies.DistinctBy(CookieKey.Of);

    private sealed record Promise(StoredCookie Stored, TimeSpan? Promised);
}

/// <summary>What sign-ins set.</summary>
/// <param name="OffersBox">Whether there is a box, or a question, that keeps people signed in.</param>
/// <param name="Cookies">The cookies of the login endpoint.</param>
internal sealed record FoundCookies(bool OffersBox, IReadOnlyList<MeasuredCookie> Cookies);

/// <summary>What tells cookies apart over several sign-ins: some sites give each a path of its own.</summary>
internal sealed record CookieKey(string Name, string Domain, CookiePartition? Partition)
{
    /// <summary>That of a cookie.</summary>
    public static CookieKey Of(StoredCookie cookie) => new(cookie.Name, cookie.Domain, cookie.Partition);
}
