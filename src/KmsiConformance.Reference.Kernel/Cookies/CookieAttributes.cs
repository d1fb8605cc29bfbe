namespace KmsiConformance.Reference.Kernel.Cookies;

/// <summary>The attributes of a cookie other than its lifetime. A null domain makes it host-only.</summary>
public sealed record CookieAttributes(
    bool Secure = true, bool HttpOnly = true, string SameSite = "None", string? Domain = null, string Path = "/")
{
    /// <summary>Whether it is found only below the site at which it was set (CHIPS).</summary>
    public bool Partitioned { get; init; }
}
