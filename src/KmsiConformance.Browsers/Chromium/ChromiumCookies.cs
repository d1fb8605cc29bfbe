using System.Text.Json;
using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Chromium;

/// <summary>
/// Chromium's cookie store through its own protocol: Playwright's cookie calls turn an absent SameSite into Lax.
/// </summary>
/// <param name="session">The line to the browser.</param>
/// <param name="profile">The profile's folder.</param>
/// <param name="part">The context whose cookies are meant; null for the profile's own.</param>
internal sealed class ChromiumCookies(ICDPSession session, string profile, string? part) : IBrowserCookies
{
    /// <summary>Chromium writes its store at once when this many changes are waiting, otherwise after 30 s.</summary>
    private const int WritesAtOnce = 512;

    private const string FlushSite = "kmsi-flush-";
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<StoredCookie>> ReadAsync()
    {
        var answer = await session.SendAsync("Storage.getCookies", Arguments());
        return answer!.Value.GetProperty("cookies").EnumerateArray()
            .Select(Parse)
            .Where(cookie => !cookie.Domain.StartsWith(FlushSite, StringComparison.Ordinal))
            .ToList();
    }

    public Task SetAsync(StoredCookie cookie) => SetAsync([cookie]);

    private Task SetAsync(IEnumerable<StoredCookie> cookies) => session.SendAsync(
        "Storage.setCookies", Arguments(("cookies", cookies.Select(Format).ToArray())));

    private Dictionary<string, object> Arguments(params IEnumerable<(string Name, object Value)> more)
    {
        var arguments = more.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        if (part is not null) arguments["browserContextId"] = part;
        return arguments;
    }

    public async Task FlushAsync(DateTimeOffset browserNow)
    {
        await WriteAsync(browserNow + TimeSpan.FromMinutes(1));
        await WriteAsync(DateTimeOffset.UnixEpoch + TimeSpan.FromDays(1));

        async Task WriteAsync(DateTimeOffset expiry)
        {
            var before = LastWrite();
            await SetAsync(Enumerable.Range(0, WritesAtOnce).Select(number => new StoredCookie(
                "flush", "1", $"{FlushSite}{number}.invalid", "/", expiry, Secure: false, HttpOnly: false, "")));
            var begun = TimeProvider.System.GetTimestamp();
            while (LastWrite() == before && TimeProvider.System.GetElapsedTime(begun) < FlushLimit)
                await RealTime.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    /// <summary>When the store was last committed to disk.</summary>
    private DateTime? LastWrite()
    {
        string[] places = [Path.Combine(profile, "Default", "Cookies"), Path.Combine(profile, "Default", "Network", "Cookies")];
        var store = places.Select(place => new FileInfo(place)).FirstOrDefault(file => file.Exists);
        return store?.LastWriteTimeUtc;
    }

    private static StoredCookie Parse(JsonElement cookie) => WireCookie.Read(cookie) with
    {
        Partition = cookie.TryGetProperty("partitionKey", out var key)
            ? new CookiePartition(key.GetProperty("topLevelSite").GetString()!, key.GetProperty("hasCrossSiteAncestor").GetBoolean())
            : null,
    };

    private static Dictionary<string, object> Format(StoredCookie cookie)
    {
        var parameters = WireCookie.Write(cookie);
        if (cookie.Partition is { } partition)
        {
            parameters["partitionKey"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["topLevelSite"] = partition.TopLevelSite,
                ["hasCrossSiteAncestor"] = partition.HasCrossSiteAncestor,
            };
        }

        return parameters;
    }
}
