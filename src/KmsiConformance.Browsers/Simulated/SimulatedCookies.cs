using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Ledger;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>Cookies of the store in the form that all browsers share, and back.</summary>
internal static class SimulatedCookies
{
    public static StoredCookie ToStored(Cookie cookie) => new(
        cookie.Name, cookie.Value, cookie.HostOnly ? cookie.Domain : $".{cookie.Domain}", cookie.Path, cookie.ExpiresAt,
        cookie.Secure, cookie.HttpOnly,
        cookie.SameSite == SameSite.Default ? "" : cookie.SameSite.ToString())
    {
        Partition = cookie.Partition is { } key ? new CookiePartition(key.TopLevelSite, key.HasCrossSiteAncestor) : null,
    };

    public static Cookie FromStored(StoredCookie cookie, DateTimeOffset now) => new()
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Domain = cookie.Domain.TrimStart('.').ToLowerInvariant(),
        HostOnly = !cookie.Domain.StartsWith('.'),
        Path = cookie.Path,
        CreatedAt = now,
        LastAccessAt = now,
        ExpiresAt = cookie.ExpiresAt,
        Secure = cookie.Secure,
        HttpOnly = cookie.HttpOnly,
        SameSite = Enum.TryParse<SameSite>(cookie.SameSite, out var sameSite) ? sameSite : SameSite.Default,
        Partition = cookie.Partition is { } key ? new PartitionKey(key.TopLevelSite, key.HasCrossSiteAncestor) : null,
    };
}
