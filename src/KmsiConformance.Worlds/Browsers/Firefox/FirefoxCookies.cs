using System.Text;
using System.Text.Json;
using KmsiConformance.Worlds.Clocks;
using Microsoft.Playwright;

namespace KmsiConformance.Worlds.Browsers.Firefox;

/// <summary>
/// Firefox's cookie store through Playwright's driver. Two things are lost on that way: a cookie without SameSite reads
/// as <c>Lax</c>, and partitions are not told.
/// </summary>
internal sealed class FirefoxCookies(IBrowserContext context, IPage page, string profile) : IBrowserCookies
{
    private const string FlushSite = "kmsi-flush.invalid";
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(5);
    private readonly ContextChannel _channel = new(context);

    /// <summary>Firefox lists expired cookies until it next cleans up, but sends them no more: they are gone.</summary>
    public async Task<IReadOnlyList<StoredCookie>> ReadAsync()
    {
        var now = DateTimeOffset.UnixEpoch + TimeSpan.FromMilliseconds(await ReplacedDocument.AskAsync(() => page.EvaluateAsync<double>("() => Date.now()")));
        var answer = await _channel.SendAsync("cookies", new Dictionary<string, object?>(StringComparer.Ordinal) { ["urls"] = Array.Empty<string>() });
        return [.. answer!.Value.GetProperty("cookies").EnumerateArray().Select(Parse)
            .Where(cookie => cookie.Domain != FlushSite && !(cookie.ExpiresAt <= now))];
    }

    public Task SetAsync(StoredCookie cookie) =>
        _channel.SendAsync("addCookies", new Dictionary<string, object?>(StringComparer.Ordinal) { ["cookies"] = new[] { Format(cookie) } });

    /// <summary>
    /// Firefox hands every change to a thread that writes one after the other: once a cookie set now is in the
    /// database's log, all earlier ones are.
    /// </summary>
    public async Task FlushAsync(DateTimeOffset browserNow)
    {
        var mark = $"mark-{Guid.NewGuid():N}";
        await SetAsync(new StoredCookie("flush", mark, FlushSite, "/", browserNow + TimeSpan.FromMinutes(1), Secure: false, HttpOnly: false, ""));
        var begun = TimeProvider.System.GetTimestamp();
        while (!IsOnDisk(mark) && TimeProvider.System.GetElapsedTime(begun) < FlushLimit)
            await RealTime.Delay(TimeSpan.FromMilliseconds(5));
    }

    private bool IsOnDisk(string mark) => new[] { "cookies.sqlite-wal", "cookies.sqlite" }
        .Select(name => Path.Combine(profile, name))
        .Any(file => File.Exists(file) && Read(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) >= 0);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static StoredCookie Parse(JsonElement cookie)
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
            cookie.GetProperty("sameSite").GetString()!);
    }

    private static Dictionary<string, object?> Format(StoredCookie cookie)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = cookie.Name,
            ["value"] = cookie.Value,
            ["domain"] = cookie.Domain,
            ["path"] = cookie.Path,
            ["secure"] = cookie.Secure,
            ["httpOnly"] = cookie.HttpOnly,
        };
        if (cookie.SameSite.Length > 0)
            parameters["sameSite"] = cookie.SameSite;
        if (cookie.ExpiresAt is { } expiry)
            parameters["expires"] = (expiry - DateTimeOffset.UnixEpoch).TotalSeconds;
        return parameters;
    }
}
