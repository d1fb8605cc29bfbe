using System.Text.Json;

namespace KmsiConformance.Browsers;

/// <summary>A cookie as the protocols of browsers write it: Chromium's own and Playwright's do it alike.</summary>
internal static class WireCookie
{
    /// <summary>Reads one; a negative expiry is a session cookie's.</summary>
    public static StoredCookie Read(JsonElement cookie)
    {
        var expires = cookie.GetProperty("expires").GetDouble();
        return new StoredCookie(
            cookie.GetProperty("name").GetString()!,
            cookie.GetProperty("value").GetString()!,
            cookie.GetProperty("domain").GetString()!,
            cookie.GetProperty("path").GetString()!,
            expires < 0 ? null : DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(expires),
            cookie.GetProperty("secure").GetBoolean(),
            cookie.GetProperty("httpOnly").GetBoolean(),
            cookie.TryGetProperty("sameSite", out var sameSite) ? sameSite.GetString()! : "");
    }

    /// <summary>Writes one. Without an address a domain without leading dot means host-only.</summary>
    public static Dictionary<string, object> Write(StoredCookie cookie)
    {
        var fields = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = cookie.Name,
            ["value"] = cookie.Value,
            ["domain"] = cookie.Domain,
            ["path"] = cookie.Path,
            ["secure"] = cookie.Secure,
            ["httpOnly"] = cookie.HttpOnly,
        };
        if (cookie.SameSite.Length > 0)
            fields["sameSite"] = cookie.SameSite;
        if (cookie.ExpiresAt is { } expiry)
            fields["expires"] = (expiry - DateTimeOffset.UnixEpoch).TotalSeconds;
        return fields;
    }
}
