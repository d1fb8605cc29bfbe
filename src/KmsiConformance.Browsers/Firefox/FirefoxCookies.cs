using System.Text;
using KmsiConformance.Clocks;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Firefox;

/// <summary>
/// Firefox's cookie store through Playwright's driver. Two things are lost on that way: a cookie without SameSite reads
/// as <c>Lax</c>, and partitions are not named: see <see cref="NamesakesApart"/>.
/// </summary>
internal sealed class FirefoxCookies(IBrowserContext context, IPage page, string profile) : IBrowserCookies
{
    private const string FlushSite = "kmsi-flush.invalid";
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(5);
    private readonly ContextChannel _channel = new(context);
    private readonly NamesakesApart _namesakes = new();

    /// <summary>Firefox lists expired cookies until it next cleans up, but sends them no more: they are gone.</summary>
    public async Task<IReadOnlyList<StoredCookie>> ReadAsync()
    {
        var now = DateTimeOffset.UnixEpoch +
            TimeSpan.FromMilliseconds(await ReplacedDocument.AskAsync(() => page.EvaluateAsync<double>("() => Date.now()")));
        var answer = await _channel.SendAsync(
            "cookies", new Dictionary<string, object?>(StringComparer.Ordinal) { ["urls"] = Array.Empty<string>() });
        return _namesakes.Tell([.. answer!.Value.GetProperty("cookies").EnumerateArray().Select(WireCookie.Read)
            .Where(cookie => cookie.Domain != FlushSite && !(cookie.ExpiresAt <= now))]);
    }

    /// <summary>Stores a cookie of the common store.</summary>
    /// <exception cref="CookiesUntoldException">The cookie is in a partition, and only the common store can be written to.</exception>
    public Task SetAsync(StoredCookie cookie)
    {
        if (cookie.Partition is { } partition)
        {
            throw new CookiesUntoldException(
                $"{cookie.Name} of {cookie.Domain} is {partition}, which cannot be changed in Firefox; use another browser");
        }

        var cookies = new Dictionary<string, object?>(StringComparer.Ordinal) { ["cookies"] = new[] { WireCookie.Write(cookie) } };
        return _channel.SendAsync("addCookies", cookies);
    }

    /// <summary>
    /// Firefox hands every change to a thread that writes one after the other: once a cookie set now is in the
    /// database's log, all earlier ones are.
    /// </summary>
    public async Task FlushAsync(DateTimeOffset browserNow)
    {
        var mark = $"mark-{Guid.NewGuid():N}";
        await SetAsync(
            new StoredCookie("flush", mark, FlushSite, "/", browserNow + TimeSpan.FromMinutes(1), Secure: false, HttpOnly: false, ""));
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
}
