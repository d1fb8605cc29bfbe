using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Timelines;

/// <summary>How a cookie's life ended.</summary>
public enum CookieEnd
{
    /// <summary>Its stored expiry passes here, during the scenario or after it.</summary>
    Expiry,

    /// <summary>The browser's store no longer held it before its expiry.</summary>
    Gone,

    /// <summary>A session cookie ended with the browser process.</summary>
    BrowserStopped,

    /// <summary>It turned from a session cookie into a persistent one, or back.</summary>
    Changed,

    /// <summary>It was still there when the scenario ended.</summary>
    StillThere,
}

/// <summary>One stretch of a cookie's life in the browser's store, during which it was persistent or not.</summary>
/// <param name="Cookie">The cookie as last seen in this stretch.</param>
/// <param name="Start">When it was first seen.</param>
/// <param name="End">When it expired, vanished, or changed its kind.</param>
/// <param name="Ending">Why the stretch ended.</param>
/// <param name="Renewals">When its value or expiry was renewed.</param>
public sealed record CookieLife(
    CookieChanged Cookie, Moment Start, Moment End, CookieEnd Ending, IReadOnlyList<Moment> Renewals)
{
    /// <summary>Whether the cookie had no stored expiry and so should end with the browser.</summary>
    public bool IsSession => Cookie.ExpiresAt is null;
}
