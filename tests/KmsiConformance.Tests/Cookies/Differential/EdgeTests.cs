using System.Text;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Cookies;
using KmsiConformance.Tests.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>
/// Prefixes, nameless values, domains outside ASCII and escaped paths, one by one: what a real Chromium keeps and sends, the
/// simulated browser does.
/// </summary>
[TestFixture]
[Category("Browser")]
internal sealed class EdgeTests
{
    private static readonly string[] Prefixed =
        ["__Http-", "__HTTP-", "__http-", "__Host-Http-", "__host-http-", "__Secure-", "__Host-", "__Http", "_Http-", "__Http_"];

    private static readonly string[] Promises =
    [
        "", "; Secure", "; HttpOnly", "; Secure; HttpOnly", "; Secure; Path=/", "; Secure; HttpOnly; Path=/", "; HttpOnly; Path=/",
        "; Secure; HttpOnly; Path=/; Domain={host}", "; Secure; HttpOnly; Path=/a",
    ];

    private static readonly string[] Nameless =
    [
        "__Http-a", "=__Http-a", "=__http-a=1", "=__Host-Http-a", "__host-http-a", "=__Secure-a", "=__Http", "__Http_a", "==x", "=x=y",
        "= =x", "=", "==", "=x", "x", "=x y", "=__Host-", "= __Http-x", "=a=", "=\"=\"",
    ];

    private static readonly string[] Domains =
    [
        "other.localhost", "münchen.localhost", "MÜNCHEN.localhost", ".münchen.localhost", "bücher.localhost", "xn--mnchen-3ya.localhost",
        "XN--MNCHEN-3YA.LOCALHOST", "münchen。localhost", "m%C3%BCnchen.localhost", "\u00AD", "löcalhost", "é", "\uFFFF.localhost",
    ];

    // Other ways to write letters of a name: docs/browsers.md.
    private static readonly string[] Compatible =
        ["mu\u0308nchen.localhost", "ｍünchen.localhost", "xn--mnchen-3ya.localho\u017Ft"];

    private static readonly (string Set, string Shown)[] Paths =
    [
        ("/a%2fb/c", "/a%2fb/d"), ("/a%2fb/c", "/a%2Fb/d"), ("/%c3%a9/x", "/%c3%a9/y"), ("/%c3%a9/x", "/%C3%A9/y"),
        ("/%C3%A9/x", "/%c3%a9/y"), ("/%7ea/x", "/%7ea/y"), ("/%7ea/x", "/~a/y"), ("/~a/x", "/%7ea/y"), ("/%41/x", "/A/y"),
        ("/%41/x", "/%41/y"), ("/a%2Fb/c", "/a/b/d"), ("/a%5cb/c", "/a%5cb/d"), ("/a%20b/c", "/a%20b/d"), ("/a/./b/c", "/a/b/d"),
        ("/a/%2e/b/c", "/a/b/d"), ("/a/x/../b/c", "/a/b/d"), ("/a/%2e%2E/b/c", "/b/d"), ("/a;b/c", "/a;b/d"), ("/a%3bb/c", "/a;b/d"),
    ];

    [Test]
    public Task Names_that_promise_something_are_held_to_it() => CompareAsync(
        Prefixed.Select((prefix, number) => new Stop($"p{number}.localhost", "/", Secure: true,
        [
            .. Promises.Select((promise, at) =>
                $"{prefix}{at}=1{promise.Replace("{host}", $"p{number}.localhost", StringComparison.Ordinal)}"),
        ])));

    [Test]
    public Task Values_without_a_name_are_kept_or_not() => CompareAsync(
        Nameless.Select((header, number) => new Stop($"n{number}.localhost", "/", Secure: true, [$"{header}; Secure; HttpOnly; Path=/"])));

    [Test]
    public Task Domains_outside_ASCII_are_read_alike() => CompareAsync(
        Domains.Select(domain => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(domain))).Append("m\u00FCnchen.localhost")
            .Select((domain, number) => new Stop(
                $"d{number}.xn--mnchen-3ya.localhost", "/", Secure: true, [$"d{number}=1; Domain={domain}"])),
        shownAt: "sibling.xn--mnchen-3ya.localhost");

    [Test]
    public async Task A_domain_in_compatible_letters_is_read_by_Chromium_alone()
    {
        var tours = Compatible.Select((domain, number) => new RedirectTour(number + 1,
        [
            new Stop($"c{number}.xn--mnchen-3ya.localhost", "/", Secure: true,
                [$"c{number}=1; Domain={Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(domain))}"]),
            new Stop($"c{number}.xn--mnchen-3ya.localhost", "/", Secure: true, []),
        ])).ToList();
        await using var trip = new Trip(tours);
        await TravelAsync(trip);
        foreach (var tour in tours)
        {
            Assert.That(trip.Sent(tour, "chromium", 1), Does.EndWith($"c{tour.Number - 1}=1"));
            Assert.That(trip.Sent(tour, "simulated", 1), Is.Null);
        }
    }

    [Test]
    public Task A_path_that_is_not_named_is_the_requests_octet_for_octet() => CompareAsync(
        Paths.Select((paths, number) => new Stop($"w{number}.localhost", paths.Set, Secure: true, ["a=1"])),
        Paths.Select(paths => paths.Shown));

    // Each stop sets, the next on the same host shows what was kept, and a last one elsewhere what came to others.
    private static async Task CompareAsync(
        IEnumerable<Stop> setting, IEnumerable<string>? shownPaths = null, string shownAt = "elsewhere.localhost")
    {
        var shown = shownPaths?.ToList();
        var tours = setting.Select((stop, number) => new RedirectTour(number + 1,
        [
            stop,
            new Stop(stop.Host, shown?[number] ?? "/a/b", Secure: true, []),
            new Stop(shownAt, "/", Secure: true, []),
        ])).ToList();
        await using var trip = new Trip(tours);
        await TravelAsync(trip);

        List<string> Seen(string browser) => [.. tours.SelectMany(tour => new[] { 1, 2 }.Select(stop =>
            $"{string.Join(" | ", tour.Stops[0].SetCookies)} at {tour.Stops[0].Path}, shown at {tour.Stops[stop].Path}: "
            + trip.Sent(tour, browser, stop)))];

        var real = Seen("chromium");
        Assert.That(real.Distinct().Count(), Is.GreaterThan(1));
        Assert.That(real, Has.Some.EndsWith("=1").Or.Some.EndsWith(": x"), "something is kept");
        Assert.That(real, Has.Some.EndsWith(": "), "something is not");
        Assert.That(
            Seen("simulated").Zip(real).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.Second}, and not {pair.First}"),
            Is.Empty);
    }

    private static async Task TravelAsync(Trip trip)
    {
        await using (var chromium = BrowserFixture.New()) await trip.TravelAsync(chromium);
        var launch = new SimulatedLaunch(TimeProvider.System) { Cookies = CookiePolicy.AsShipped };
        await using var simulated = new SimulatedBrowser(launch, _ => { });
        await trip.TravelAsync(simulated);
    }
}
