using KmsiConformance.Cookies.Matching;
using KmsiConformance.Cookies.Parsing;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Cookies.Sending;
using KmsiConformance.Cookies.Storing;

namespace KmsiConformance.Cookies;

/// <summary>
/// The cookies of one browser, by RFC 6265bis. Reads its clock and does nothing else with the world. Safe to use from
/// several threads.
/// </summary>
/// <param name="clock">The browser's time.</param>
/// <param name="policy">What the draft leaves to the user agent.</param>
public sealed class CookieStore(TimeProvider clock, CookiePolicy policy)
{
    private readonly Dictionary<CookieIdentity, Cookie> _cookies = [];
    private readonly Lock _gate = new();
    private long _order;

    /// <summary>All cookies that have not expired, in no particular order.</summary>
    public IReadOnlyList<Cookie> All
    {
        get
        {
            lock (_gate)
            {
                DropExpired(clock.GetUtcNow());
                return [.. _cookies.Values];
            }
        }
    }

    /// <summary>Takes one <c>Set-Cookie</c> header of an answer (5.6, 5.7).</summary>
    /// <param name="header">Its text, one character for each octet.</param>
    /// <param name="request">The request that was answered.</param>
    /// <param name="answeredAt">The answer's <c>Date</c>; null where it has none.</param>
    /// <returns>Why it was ignored; <see cref="CookieRefusal.None"/> when it was not.</returns>
    public CookieRefusal Receive(string header, CookieRequest request, DateTimeOffset? answeredAt = null)
    {
        var refusal = SetCookieString.Parse(header, out var set);
        if (refusal != CookieRefusal.None) return refusal;
        refusal = CookieDomain.Of(set, request, policy, out var owner);
        if (refusal != CookieRefusal.None) return refusal;

        var secure = set.Attributes.Has("Secure");
        refusal = ThirdPartyStoring.Check(set.Attributes.Has("Partitioned"), secure, request, policy, out var partition);
        if (refusal != CookieRefusal.None) return refusal;

        var now = clock.GetUtcNow();
        return Receive(set, request, new Cookie
        {
            Name = set.Name,
            Value = set.Value,
            Domain = owner.Domain,
            HostOnly = owner.HostOnly,
            Path = set.Attributes.Last("Path") is { } path && path.StartsWith('/') ? path : PathMatch.Default(request.Path),
            CreatedAt = now,
            LastAccessAt = now,
            ExpiresAt = CookieLifetime.ExpiryOf(set.Attributes, now, policy, answeredAt),
            Secure = secure,
            HttpOnly = set.Attributes.Has("HttpOnly"),
            SameSite = SameSiteStoring.Of(set),
            Partition = partition,
        });
    }

    /// <summary>The <c>Cookie</c> header for a request, one character for each octet; null when there is none (5.8.3).</summary>
    public string? HeaderFor(CookieRequest request) => SelectFor(request).Header;

    /// <summary>Which cookies go with a request, and which stay behind although they fit it (5.8.3).</summary>
    public CookieSelection SelectFor(CookieRequest request)
    {
        var now = clock.GetUtcNow();
        var key = PartitionKey.Of(request, policy.PublicSuffixes);
        var third = policy.ThirdParty != ThirdPartyCookies.Allowed && PartitionKey.IsThirdParty(request, policy.PublicSuffixes);
        var secure = request.IsSecure(policy);
        var sameSite = SameSiteRequest.Is(request, policy);
        lock (_gate)
        {
            DropExpired(now);
            var fitting = _cookies.Values.Where(cookie =>
                    (cookie.HostOnly ? cookie.Domain == request.Host : DomainMatch.Matches(request.Host, cookie.Domain))
                    && PathMatch.Matches(request.Path, cookie.Path))
                .Select(cookie => (Cookie: cookie, Why: Why(cookie))).ToLookup(one => one.Why == CookieWithholding.None);
            var sent = CookieHeader.InOrder(fitting[true].Select(one => one.Cookie)).ToList();
            foreach (var cookie in sent) _cookies[cookie.Identity] = cookie with { LastAccessAt = now };
            return new CookieSelection(CookieHeader.Write(sent), [.. fitting[false]]);
        }

        CookieWithholding Why(Cookie cookie) =>
            cookie.Secure && !secure ? CookieWithholding.NotSecure
            : cookie.Partition is { } partition && partition != key ? CookieWithholding.OtherPartition
            : cookie.Partition is null && third ? policy.ThirdParty == ThirdPartyCookies.Blocked
                ? CookieWithholding.ThirdParty : CookieWithholding.OtherPartition
            : SameSiteSending.Check(cookie, request, sameSite, policy, now);
    }

    /// <summary>Puts a cookie into the store as it is, past all rules: the harness's hand, not a site's.</summary>
    public void Put(Cookie cookie)
    {
        lock (_gate) Insert(cookie);
    }

    /// <summary>
    /// A site has all cookies of its registrable domain deleted, in every partition (Clear Site Data, 3.1: <c>"cookies"</c>).
    /// </summary>
    /// <param name="host">The host that asked for it.</param>
    public void Clear(string host)
    {
        var site = policy.PublicSuffixes.RegistrableDomain(host) ?? host;
        lock (_gate)
        {
            foreach (var cookie in _cookies.Values.Where(cookie => DomainMatch.Matches(cookie.Domain, site)).ToList())
                _cookies.Remove(cookie.Identity);
        }
    }

    /// <summary>The session is over: what is not persistent goes (N-70).</summary>
    public void EndSession()
    {
        lock (_gate)
        {
            foreach (var cookie in _cookies.Values.Where(cookie => cookie.ExpiresAt is null).ToList()) _cookies.Remove(cookie.Identity);
        }
    }

    private CookieRefusal Receive(SetCookieString set, CookieRequest request, Cookie cookie)
    {
        lock (_gate)
        {
            DropExpired(cookie.CreatedAt);
            var refusal = SecureCookies.Check(cookie, request, policy, _cookies.Values);
            if (refusal == CookieRefusal.None) refusal = SameSiteStoring.Check(cookie, request, policy);
            if (refusal == CookieRefusal.None) refusal = CookiePrefixes.Check(cookie, set, policy);
            if (refusal == CookieRefusal.None) Insert(cookie);
            return refusal;
        }
    }

    /// <summary>Replaces the cookie of the same identity, whose creation time lives on (N-80). An expired one only removes it.</summary>
    private void Insert(Cookie cookie)
    {
        _cookies.Remove(cookie.Identity, out var old);
        if (cookie.IsExpired(clock.GetUtcNow())) return;
        _cookies[cookie.Identity] = old is null || (policy.NewValueIsNewCookie && old.Value != cookie.Value)
            ? cookie with { Order = ++_order }
            : cookie with { CreatedAt = old.CreatedAt, Order = old.Order };
        foreach (var excess in Eviction.Excess(_cookies.Values, cookie.Domain, policy)) _cookies.Remove(excess.Identity);
    }

    private void DropExpired(DateTimeOffset now)
    {
        foreach (var cookie in _cookies.Values)
            if (cookie.IsExpired(now)) _cookies.Remove(cookie.Identity);
    }
}
