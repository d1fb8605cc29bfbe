using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Timelines;

/// <summary>Follows every cookie of a scenario from set to expiry.</summary>
public static class CookieLives
{
    /// <summary>The stretches of life of all cookies, in the order in which they began.</summary>
    /// <param name="events">The events of one scenario, in order.</param>
    public static IReadOnlyList<CookieLife> Of(IReadOnlyList<Event> events)
    {
        var open = new Dictionary<(string? Device, string Site, CookieIdentity), Stretch>();
        var lives = new List<(int Began, CookieLife Life)>();
        foreach (var observed in events)
        {
            if (observed is BrowserStopped)
            {
                foreach (var stretch in open.Values.Where(stretch =>
                    stretch.Cookie.ExpiresAt is null && stretch.Cookie.Device == observed.Device))
                    stretch.StoppedAt ??= At(observed);
            }
            else if (observed is CookieChanged { Change: "gone" } gone)
            {
                if (open.Remove(Key(gone), out var stretch)) Close(stretch, At(gone), CookieEnd.Gone);
            }
            else if (observed is CookieChanged cookie)
            {
                Continue(cookie);
            }
        }
        foreach (var stretch in open.Values) Close(stretch, At(events[^1]), CookieEnd.StillThere);
        return [.. lives.OrderBy(life => life.Began).Select(life => life.Life)];

        void Continue(CookieChanged cookie)
        {
            if (open.TryGetValue(Key(cookie), out var stretch))
            {
                var sameKind = cookie.ExpiresAt is null == stretch.Cookie.ExpiresAt is null;
                var alive = !(stretch.Cookie.ExpiresAt < cookie.At);
                if (sameKind && alive && (stretch.StoppedAt is null || cookie.Change == "renewed"))
                {
                    stretch.Renew(cookie, At(cookie));
                    return;
                }
                Close(stretch, At(cookie), CookieEnd.Changed);
            }
            open[Key(cookie)] = new Stretch(cookie, At(cookie));
        }

        void Close(Stretch stretch, Moment seen, CookieEnd ending) =>
            lives.Add((stretch.Start.Sequence, stretch.End(seen, ending)));
    }

    /// <summary>What tells one cookie from another, of the same store or of another device's.</summary>
    public static (string? Device, string Site, CookieIdentity Identity) Key(CookieChanged cookie) =>
        (cookie.Device, cookie.Site, cookie.Identity);

    private static Moment At(Event observed) => new(observed.At, observed.Sequence);

    private sealed class Stretch(CookieChanged cookie, Moment start)
    {
        private readonly List<Moment> _renewals = [];

        public CookieChanged Cookie { get; private set; } = cookie;

        public Moment Start { get; } = start;

        /// <summary>When the browser stopped, which ends a session cookie unless it is renewed afterwards.</summary>
        public Moment? StoppedAt { get; set; }

        public void Renew(CookieChanged cookie, Moment at)
        {
            Cookie = cookie;
            StoppedAt = null;
            _renewals.Add(at);
        }

        public CookieLife End(Moment seen, CookieEnd ending)
        {
            if (StoppedAt is { } stopped) return new(Cookie, Start, stopped, CookieEnd.BrowserStopped, _renewals);

            // A cookie that was still there, or was missed only after its expiry, lived until then.
            if (Cookie.ExpiresAt is { } expiry && (ending == CookieEnd.StillThere || expiry <= seen.At))
            {
                var last = _renewals.Count > 0 ? _renewals[^1] : Start;
                return new(Cookie, Start, expiry < last.At ? last : new Moment(expiry, 0), CookieEnd.Expiry, _renewals);
            }
            return new(Cookie, Start, seen, ending, _renewals);
        }
    }
}
