using KmsiConformance.Cookies.Matching;

namespace KmsiConformance.Cookies;

/// <summary>
/// What the draft leaves to the user agent. The defaults are those of the draft; <see cref="AsShipped"/> is what
/// Chromium does in practice.
/// </summary>
public sealed record CookiePolicy
{
    /// <summary>The draft's own values.</summary>
    public static CookiePolicy Draft { get; } = new();

    /// <summary>
    /// As Chromium ships: redirects do not make a request cross-site, a cookie without SameSite goes with a cross-site
    /// POST for two minutes, a new value makes a cookie young again, and some headers are read otherwise
    /// (docs/decisions/031-cookies-as-shipped.md).
    /// </summary>
    public static CookiePolicy AsShipped { get; } = new()
    {
        RedirectsCount = false, LaxAllowingUnsafe = TimeSpan.FromMinutes(2), NewValueIsNewCookie = true,
        KnowsHttpPrefixes = true, NamelessMayHaveEquals = false, DomainMayBeUnicode = true, ReadsShippedDates = true, CorrectsDates = true,
    };

    /// <summary>Third-party cookies (N-81).</summary>
    public ThirdPartyCookies ThirdParty { get; init; } = ThirdPartyCookies.Allowed;

    /// <summary>
    /// How old a cookie without SameSite may be to be sent with a cross-site top-level POST; null for never (5.6.7.2:
    /// the user agent may).
    /// </summary>
    public TimeSpan? LaxAllowingUnsafe { get; init; }

    /// <summary>
    /// Whether a redirect over another site makes a request cross-site (5.2, criterion 1). Chromium shipped that and
    /// took it back.
    /// </summary>
    public bool RedirectsCount { get; init; } = true;

    /// <summary>
    /// Whether a cookie that is replaced by one of another value counts as created now. The draft keeps the old time
    /// always (N-80), Chromium only while the value stays the same.
    /// </summary>
    public bool NewValueIsNewCookie { get; init; }

    /// <summary>
    /// Whether <c>__Http-</c> and <c>__Host-Http-</c> promise HttpOnly, which the draft does not know yet and Chromium does.
    /// </summary>
    public bool KnowsHttpPrefixes { get; init; }

    /// <summary>
    /// Whether a value without a name may have a <c>=</c>. Sent back it looks like a name with a value, so Chromium refuses it.
    /// </summary>
    public bool NamelessMayHaveEquals { get; init; } = true;

    /// <summary>
    /// Whether a Domain outside ASCII is read as UTF-8 and compared as punycode, as Chromium does it. The draft refuses it (5.7,
    /// step 8).
    /// </summary>
    public bool DomainMayBeUnicode { get; init; }

    /// <summary>
    /// Whether dates are read as Chromium reads them (<see cref="Parsing.ShippedDate"/>) and not by the draft's grammar (5.1.1).
    /// </summary>
    public bool ReadsShippedDates { get; init; }

    /// <summary>
    /// Whether <c>Expires</c> is corrected by the difference between the answer's <c>Date</c> and the browser's clock, as Chromium and
    /// Firefox do it; the draft holds it against that clock as it is (5.6.1).
    /// </summary>
    public bool CorrectsDates { get; init; }

    /// <summary>
    /// Whether plain http to this machine counts as a secure protocol, which the draft lets the user agent define.
    /// Chromium and Firefox both say yes.
    /// </summary>
    public bool TrustsLoopback { get; init; } = true;

    /// <summary>The longest life of a cookie (5.5).</summary>
    public TimeSpan LifetimeLimit { get; init; } = TimeSpan.FromDays(400);

    /// <summary>How many cookies may share a domain; the draft wants at least 50, Chromium and Firefox keep 180.</summary>
    public int PerDomain { get; init; } = 180;

    /// <summary>How many cookies there may be at all; the draft wants at least 3000.</summary>
    public int Total { get; init; } = 3300;

    /// <summary>Which domains are too wide for a cookie.</summary>
    public IPublicSuffixes PublicSuffixes { get; init; } = PublicSuffixRules.BuiltIn;
}

/// <summary>What becomes of cookies in a third-party context (N-81).</summary>
public enum ThirdPartyCookies
{
    /// <summary>Treated like all others.</summary>
    Allowed,

    /// <summary>Neither stored nor sent, unless the cookie itself asks to be partitioned (CHIPS).</summary>
    Blocked,

    /// <summary>Every one is kept apart by top-level site, as Firefox does it.</summary>
    Partitioned,
}
