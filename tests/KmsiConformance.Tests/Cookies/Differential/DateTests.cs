using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Cookies;
using KmsiConformance.Tests.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>Dates at the edges of what may be read: until when a real Chromium keeps a cookie, the simulated browser does.</summary>
[TestFixture]
[Category("Browser")]
internal sealed class DateTests
{
    private const int Generated = 600;
    private const int PerHost = 60;

    // {y} is a year within the longest life of a cookie, so that the day that was read can be seen.
    private static readonly string[] Edges =
    [
        "1 Jun {y} 10:00:00", "9th Jun {y} 10:00:00", "1x Jun {y} 10:00:00", "1 Jun 20270 10:00:00", "1 Jun 99999 10:00:00",
        "1 Jun 10000 10:00:00", "1 Jun 9999 10:00:00", "1 Jun {y}x 10:00:00", "1 Jun {y}xy 10:00:00", "1 Jun 5 10:00:00",
        "1 Jun 000{yy} 10:00:00", "1 Jun 0{yy} 10:00:00", "1 Jun 1{yy} 10:00:00", "1 Jan 1600 10:00:00", "1 Jan 1601 00:00:00",
        "31 Dec 1600 23:59:59", "1 Jun {y} 10:00:000", "1 Jun {y} 010:00:00", "1 Jun {y} 10:00:60", "1 Jun {y} 10:00:59",
        "1 Jun {y} 23:59:60", "1 Jun {y} 10:00:61", "1 Jun {y} 24:00:00", "1 Jun {y} 10:60:00", "1 Jun {y} 10:00",
        "1 Jun {y} 10:00 11:00:00", "1 Jun {y} 10:0:0", "1 Jun {y} 10:00:00x", "1 Jun {y} x10:00:00", "1 Jun {y} 10:00:00:00",
        "1 Jun {y} 10:00:xx", "29 Feb 2027 10:00:00", "31 Jun {y} 10:00:00", "0 Jun {y} 10:00:00", "00 Jun {y} 10:00:00",
        "32 Jun {y} 10:00:00", "001 Jun {y} 10:00:00", "1 Junx {y} 10:00:00", "1 xJun {y} 10:00:00", "1 Ju {y} 10:00:00",
        "1 Jun Feb {y} 10:00:00", "Feb 1 Jun {y} 10:00:00", "{y} 1 Jun 10:00:00", "{y} Jun 01 10:00:00", "20 {yy} Jun 10:00:00",
        "1 Jun -{y} 10:00:00", "1Jun{y} 10:00:00", "1-Jun-{y}-10:00:00", "Jun 1 {y} 10:00:00 +0500", "Jun {y} 10:00:00 1",
        "1 Jun\u00A0{y} 10:00:00", "1 J\u00FCn {y} 10:00:00", "1 Jun 70 10:00:00", "1 Jun 69 10:00:00", "1 Jun 99 10:00:00",
        "1 Jun 0 10:00:00", "1 Jun 00 10:00:00", "99999 Jun 1 10:00:00", "1 Jun 999999 10:00:00", "1 Jun {y} 2 10:00:00",
        "1 Jun {y} :10:00:00", "1: Jun {y} 10:00:00", "1 Jun {y} 10::00:00", "1 Jun {y} 10:00: 00", "1 Jun {y} +10:00:00",
        "1 Jun {y} 1.0:00:00", "\u00B9 Jun {y} 10:00:00", "1 JUNE {y} 10:00:00", "40 Jun {y} 10:00:00 1", "1 Jun {yy}x 10:00:00",
        "{yy}x Jun 1 10:00:00", "1y 2z Jun 10:00:00", "1 Jun {y} 99:00:00", "1 Jun {y} 1:2:3", "1 Jun {y} 1:2:3.9", "1_Jun_{y}_10:00:00",
        "1~Jun~{y}~10:00:00", "1/Jun/{y}/10:00:00", "\"1 Jun {y} 10:00:00\"", "1 Jun {y} 10:00:00 99:99:99",
    ];

    [Test]
    public async Task Cookies_last_as_long_as_Chromium_keeps_them()
    {
        var now = TimeProvider.System.GetUtcNow();
        var next = now.AddDays(60) is var later && new DateTimeOffset(later.Year, 6, 2, 0, 0, 0, TimeSpan.Zero) > later
            ? later.Year : later.Year + 1;
        string[] dates =
        [
            .. Edges.Select(edge => edge.Replace("{yy}", $"{next % 100:00}", StringComparison.Ordinal)
                .Replace("{y}", $"{next}", StringComparison.Ordinal)),
            .. Made(next),
        ];
        await using var site = new OctetSite(request => OctetSite.Answer(
            "200 OK",
            [.. Numbers(request, dates.Length).Select(number => $"Set-Cookie: c{number}=1; Expires={dates[number]}")],
            "<!doctype html><meta name='kmsi-page' content='app'><title>page</title>"));
        await using var chromium = BrowserFixture.New();
        await using var simulated = new SimulatedBrowser(
            new SimulatedLaunch(TimeProvider.System) { Cookies = CookiePolicy.AsShipped }, _ => { });
        var (real, ours) = (await LivesAsync(chromium, site, dates), await LivesAsync(simulated, site, dates));
        Assert.That(real.Select(life => life.Split(": ")[^1]).Distinct(), Is.SupersetOf(new[] { "gone", "session", "capped" }));
        var odd = ours.Zip(real).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.Second}, and not {pair.First}").ToList();
        if (odd.Count > 0) Assert.Fail($"{odd.Count} dates are read otherwise:\n{string.Join('\n', odd)}");
    }

    private static IEnumerable<int> Numbers(SeenRequest request, int count) =>
        request.Target.StartsWith("/from/", StringComparison.Ordinal)
            ? Enumerable.Range(int.Parse(request.Target[6..], null), PerHost).Where(number => number < count)
            : [];

    private static async Task<List<string>> LivesAsync(IBrowser browser, OctetSite site, string[] dates)
    {
        await browser.StartAsync(CancellationToken.None);
        for (var first = 0; first < dates.Length; first += PerHost)
            await browser.OpenAsync($"{site.Origin($"h{first}.localhost")}/from/{first}");
        var kept = (await browser.CookiesAsync(CancellationToken.None)).ToDictionary(cookie => cookie.Name, StringComparer.Ordinal);
        var cap = TimeProvider.System.GetUtcNow().AddDays(399);
        return
        [
            .. dates.Select((date, number) => $"{date}: " + (
                !kept.TryGetValue($"c{number}", out var cookie) ? "gone"
                : cookie.ExpiresAt is not { } until ? "session"
                : until > cap ? "capped"
                : until.ToString("yyyy-MM-dd HH:mm:ss", null))),
        ];
    }

    // Parts of dates, whole and broken, in any order.
    private static IEnumerable<string> Made(int year)
    {
        var random = new Random(6265);
        string One(params string[] choices) => choices[random.Next(choices.Length)];
        for (var made = 0; made < Generated; made++)
        {
            string[] parts =
            [
                One("1", "28", "31", "0", "09", "7th", "3x", "32", "001", ""), One("Jun", "jun", "June", "Junk", "Fe", "Feb", "", "xJun"),
                One($"{year}", $"{year}", $"{year % 100}", $"{year}x", $"0{year}", "1600", "1601", "99999", "5", ""),
                One("10:00:00", "23:59:59", "1:2:3", "24:00:00", "10:00:60", "10:00:000", "10:00", "10:0x:00", "10:00:0x", ""),
                One("", "", "GMT", "Mon", "5", "2030", "1:1:1"),
            ];
            random.Shuffle(parts);
            yield return string.Join(One(" ", " ", "-", ", ", "_"), parts.Where(part => part.Length > 0));
        }
    }
}
