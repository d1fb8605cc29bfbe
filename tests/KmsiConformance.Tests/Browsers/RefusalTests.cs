using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Cookies;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace KmsiConformance.Tests.Browsers;

/// <summary>What browsers hold back and do not show, and by which rule: the same in all that tell.</summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell, Category = "Browser")]
[TestFixture(AnyBrowser.Full, Category = "Browser")]
internal sealed class RefusalTests(string kind)
{
    private static readonly string[] SetAtSignIn =
    [
        "strict=1; SameSite=Strict; Secure", "lax=1; SameSite=Lax; Secure", "none=1; SameSite=None; Secure",
        "insecure=1; SameSite=None", "__Host-deep=1; Secure; Path=/deep", $"large={new string('x', 4097)}",
    ];

    private static readonly BrowserConditions Allowed = new() { ThirdPartyCookies = ThirdPartyCookies.Allowed };

    [Test]
    public Task They_say_what_was_held_back_and_why() => SeesAsync(
        Allowed,
        Is.EqualTo(new[]
        {
            "frame of login blocked on shop by X-Frame-Options",
            "frame of login blocked on shop by frame-ancestors",
            "frame of login blocked on shop by frame-src",
            "refused __Host-deep of login at the top-level by prefix",
            "refused framed of login at the frame by SameSite=Lax",
            "refused insecure of login at the top-level by SameSite=None without Secure",
            "refused large of login at the top-level by size",
            "withheld lax from login at the frame by SameSite=Lax",
            "withheld strict from login at the frame by SameSite=Strict",
        }),
        "/frames/inner", "/forbidding/inner", "/frames/denied", "/frames/alone");

    // The headless shell cannot block them.
    [Test]
    public Task Where_third_party_cookies_are_blocked_that_is_the_reason() => kind == AnyBrowser.HeadlessShell
        ? Task.CompletedTask
        : SeesAsync(
            new BrowserConditions { ThirdPartyCookies = ThirdPartyCookies.Blocked },
            Has.Member("withheld none from login at the frame by third-party")
                .And.Member("refused framed of login at the frame by third-party"),
            "/frames/inner");

    [Test]
    public Task A_frame_that_the_page_allows_is_no_refusal() => SeesAsync(
        Allowed,
        Has.None.StartsWith("frame of").And.Member("withheld lax from login at the frame by SameSite=Lax"),
        "/allowing/inner");

    // A browser tells when it comes to it, which may be after the page has come to rest.
    private async Task SeesAsync(BrowserConditions conditions, Constraint expected, params string[] pages)
    {
        var sights = new ConcurrentQueue<BrowserSight>();
        var origin = "";
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, app => Map(app, () => origin));
        origin = server.Origin("login");
        await using var browser = await AnyBrowser.NewAsync(kind, conditions, observer: sights.Enqueue);
        await browser.StartAsync(CancellationToken.None);
        await browser.OpenAsync(origin + "/sign-in");
        foreach (var page in pages) await browser.OpenAsync(server.Origin("shop") + page);
        Assert.That(
            () => sights.Select(Text).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
            expected.After(20_000, 50));
    }

    private static string? Text(BrowserSight sight) => sight switch
    {
        BlockedFrame frame => $"frame of {Site(frame.Url)} blocked on {Site(frame.Page)} by {frame.Rule}",
        WithheldCookie cookie => $"withheld {cookie.Name} from {Site(cookie.Url)} at the {cookie.Context} by {cookie.Rule}",
        RefusedCookie cookie => $"refused {cookie.Name} of {Site(cookie.Url)} at the {cookie.Context} by {cookie.Rule}",
        _ => null,
    };

    private static string Site(string url) => new Uri(url).Host.Split('.')[0];

    private static void Map(WebApplication app, Func<string> login)
    {
        app.MapGet("/sign-in", (HttpContext context) =>
        {
            foreach (var cookie in SetAtSignIn) context.Response.Headers.Append("Set-Cookie", cookie);
            return "signed in";
        });
        app.MapGet("/inner", (HttpContext context) =>
        {
            context.Response.Headers.Append("Set-Cookie", "framed=1; Secure");
            return "inner";
        });
        app.MapGet("/denied", (HttpContext context) =>
        {
            context.Response.Headers.XFrameOptions = "DENY";
            return "not shown";
        });
        app.MapGet("/alone", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'self'";
            return "not shown";
        });
        app.MapGet("/frames/{page}", (string page) => Framing(login(), page));
        app.MapGet("/forbidding/{page}", (HttpContext context, string page) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src *; frame-src 'self'";
            return Framing(login(), page);
        });
        app.MapGet("/allowing/{page}", (HttpContext context, string page) =>
        {
            context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; frame-src 'self' {login()}";
            return Framing(login(), page);
        });
    }

    private static IResult Framing(string login, string page) =>
        Results.Content($"<!DOCTYPE html><title>shop</title><iframe src='{login}/{page}'></iframe>", "text/html");
}
