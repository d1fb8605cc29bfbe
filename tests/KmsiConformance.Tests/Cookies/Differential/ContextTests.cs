using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Tests.Browsers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>
/// The simulated browser and a real Chromium with third-party cookies allowed: frames, pictures, posted forms and
/// redirects between two sites carry and set the same cookies.
/// </summary>
[TestFixture]
[Category("Browser")]
internal sealed class ContextTests
{
    private const string A = "a.localhost";
    private const string B = "b.localhost";
    private const string SubA = "sub.a.localhost";

    /// <summary>Top-level addresses, in the order in which they are opened. The last ones show what was kept.</summary>
    private static readonly (string Host, string Path)[] Visits =
    [
        (B, "/set/top"), (A, "/set/own"), (B, "/page"), (A, "/frame/b"), (B, "/page"), (A, "/picture/b"), (B, "/page"), (A, "/post/b"),
        (B, "/page"),
        (A, "/get/b"), (A, "/redirect/b"), (A, "/frame/sub"), (SubA, "/page"), (A, "/frame/redirect"), (B, "/page"), (A, "/nested"),
        (A, "/page"),
        (A, "/post/redirect"), (A, "/post/keep"), (B, "/frame/a"), (A, "/page"), (B, "/page"), (SubA, "/page"),
    ];

    private OctetSite _site = null!;

    [Test]
    public async Task Frames_pictures_posts_and_redirects_carry_and_set_the_cookies_that_Chromiums_do()
    {
        await using var chromium = BrowserFixture.New();
        await using var simulated = new SimulatedBrowser(new SimulatedLaunch(TimeProvider.System), _ => { });
        var expected = await TravelAsync(chromium);
        TestContext.Out.WriteLine(string.Join('\n', expected));
        Assert.That(await TravelAsync(simulated), Is.EqualTo(expected));
    }

    private async Task<IReadOnlyList<string>> TravelAsync(IBrowser browser)
    {
        // Every browser gets a site of its own: the order of requests is part of what is compared.
        await using var site = new OctetSite(Answer);
        _site = site;
        await browser.StartAsync(CancellationToken.None);
        foreach (var (host, path) in Visits) await browser.OpenAsync(site.Origin(host) + path);
        return [.. site.Requests.Where(request => request.Target != "/favicon.ico")
            .Select(request => $"{request.Method} {request.Host.Split(':')[0]}{request.Target}: {request.Cookie}")];
    }

    private string Answer(SeenRequest request)
    {
        var (a, b, sub) = (_site.Origin(A), _site.Origin(B), _site.Origin(SubA));
        return request.Target switch
        {
            "/set/top" => Page("", Cookies("top")),
            "/set/own" => Page("", Cookies("own")),
            "/frame/b" => Page($"<iframe src='{b}/in/frame'></iframe>"),
            "/frame/a" => Page($"<iframe src='{a}/in/frame2'></iframe>"),
            "/frame/sub" => Page($"<iframe src='{sub}/in/same'></iframe>"),
            "/frame/redirect" => Page($"<iframe src='{a}/to/b'></iframe>"),
            "/nested" => Page($"<iframe src='{b}/around'></iframe>"),
            "/around" => Page($"<iframe src='{a}/in/nested'></iframe>"),
            "/picture/b" => Page($"<img src='{b}/in/picture'>"),
            "/in/frame" => Page("", Cookies("frame")),
            "/in/frame2" => Page("", Cookies("frame2")),
            "/in/same" => Page("", Cookies("same")),
            "/in/nested" => Page("", Cookies("nested")),
            "/in/picture" => OctetSite.Answer("404 Not Found", Cookies("picture"), ""),
            "/post/b" => Page(Form("post", $"{b}/posted")),
            "/post/redirect" => Page(Form("post", $"{b}/turned")),
            "/post/keep" => Page(Form("post", $"{b}/kept")),
            "/get/b" => Page(Form("get", $"{b}/got")),
            "/posted" => Page("", Cookies("posted")),
            "/turned" => OctetSite.Answer("302 Found", [$"Location: {a}/page"], ""),
            "/kept" => OctetSite.Answer("307 Temporary Redirect", [$"Location: {a}/posted"], ""),
            "/redirect/b" => OctetSite.Answer("302 Found", [$"Location: {b}/page"], ""),
            "/to/b" => OctetSite.Answer("302 Found", [.. Cookies("way"), $"Location: {b}/in/frame"], ""),
            _ => Page(""),
        };
    }

    private static string Form(string method, string action) =>
        $"<form id=auto method={method} action='{action}'><input type=hidden name=x value=1></form>"
        + "<script>document.forms[0].submit()</script>";

    private static string Page(string body, IEnumerable<string>? headers = null) =>
        OctetSite.Answer("200 OK", headers ?? [],
            $"<!doctype html><meta name='kmsi-page' content='app'><link rel=icon href='data:,'><title>page</title>{body}");

    private static IEnumerable<string> Cookies(string name) =>
    [
        $"Set-Cookie: {name}-none=1; Path=/; Secure; SameSite=None",
        $"Set-Cookie: {name}-lax=1; Path=/; SameSite=Lax",
        $"Set-Cookie: {name}-strict=1; Path=/; SameSite=Strict",
        $"Set-Cookie: {name}-default=1; Path=/",
        $"Set-Cookie: {name}-insecure=1; Path=/; SameSite=None",
        $"Set-Cookie: {name}-part=1; Path=/; Secure; SameSite=None; Partitioned",
        $"Set-Cookie: {name}-part-lax=1; Path=/; Secure; Partitioned",
        $"Set-Cookie: {name}-part-bad=1; Path=/; SameSite=Lax; Partitioned",
    ];
}
