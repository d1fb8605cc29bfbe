namespace KmsiConformance.Cookies;

/// <summary>Why a cookie whose domain and path fit a request does not go with it (RFC 6265bis, 5.8.3; N-73, N-74, N-81).</summary>
public enum CookieWithholding
{
    /// <summary>It goes.</summary>
    None,

    /// <summary>It is <c>Secure</c>, and the request is not.</summary>
    NotSecure,

    /// <summary>The request is third-party, where cookies are blocked.</summary>
    ThirdParty,

    /// <summary>It was set under another top-level site, or under none, and the request has a partition of its own.</summary>
    OtherPartition,

    /// <summary><c>SameSite=Strict</c>, and the request is cross-site.</summary>
    SameSiteStrict,

    /// <summary><c>SameSite=Lax</c>, said or assumed, and the request is cross-site and no top-level navigation by a safe method.</summary>
    SameSiteLax,
}

/// <summary>Which cookies go with a request.</summary>
/// <param name="Header">The <c>Cookie</c> header, one character for each octet; null when none goes.</param>
/// <param name="Withheld">Those that fit by domain and path and do not go, with the reason.</param>
public sealed record CookieSelection(string? Header, IReadOnlyList<(Cookie Cookie, CookieWithholding Why)> Withheld);
