using System.Globalization;

namespace KmsiConformance.Tests.Reference;

/// <summary>One cookie as a browser keeps it.</summary>
internal sealed record KeptCookie(string Name, string Value, DateTimeOffset? ExpiresAt, string Attributes);

/// <summary>As much of a browser's cookie store as these tests need: one host, Max-Age, restart.</summary>
internal sealed class VisitorCookies(TimeProvider clock)
{
    private readonly Dictionary<string, KeptCookie> _cookies = new(StringComparer.Ordinal);

    public string Header => string.Join("; ", Living.Select(c => $"{c.Name}={c.Value}"));

    public KeptCookie? Sso => Living.FirstOrDefault(c => c.Name.StartsWith("x-ms-cpim-sso", StringComparison.Ordinal));

    public IEnumerable<KeptCookie> Living => _cookies.Values.Where(c => c.ExpiresAt is null || c.ExpiresAt > clock.GetUtcNow());

    public void Keep(KeptCookie cookie) => _cookies[cookie.Name] = cookie;

    public void Take(string setCookie)
    {
        var parts = setCookie.Split(';', 2);
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        var attributes = parts.Length > 1 ? parts[1].Trim() : "";
        var maxAge = attributes.Split(';', StringSplitOptions.TrimEntries)
            .FirstOrDefault(a => a.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase));
        DateTimeOffset? expiresAt = maxAge is null
            ? null
            : clock.GetUtcNow().AddSeconds(double.Parse(maxAge["max-age=".Length..], CultureInfo.InvariantCulture));
        var name = parts[0][..equals];
        if (expiresAt <= clock.GetUtcNow()) _cookies.Remove(name);
        else _cookies[name] = new KeptCookie(name, parts[0][(equals + 1)..], expiresAt, attributes);
    }

    public void Clear() => _cookies.Clear();

    public void CloseBrowser()
    {
        foreach (var cookie in _cookies.Values.Where(c => c.ExpiresAt is null).ToList()) _cookies.Remove(cookie.Name);
    }
}
