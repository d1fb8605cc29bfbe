using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Chromium;
using KmsiConformance.Cookies;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using CookieIdentity = KmsiConformance.Ledger.CookieIdentity;

namespace KmsiConformance.Tests.Browsers;

/// <summary>
/// What a site's frame on another site's page sends and keeps, in each mode: the ground that sign-out frames and hidden
/// renewals stand on.
/// </summary>
[TestFixture(AnyBrowser.Simulated)]
[TestFixture(AnyBrowser.HeadlessShell, Category = "Browser")]
[TestFixture(AnyBrowser.Full, Category = "Browser")]
[TestFixture(AnyBrowser.Firefox, Category = "Browser")]
internal sealed class ThirdPartyModeTests(string kind)
{
    private bool IsChromium => kind is AnyBrowser.HeadlessShell or AnyBrowser.Full;

    [TestCase(ThirdPartyCookies.Allowed, "sso", "inner sso", "inner sso")]
    [TestCase(ThirdPartyCookies.Blocked, "", "", "sso")]
    [TestCase(ThirdPartyCookies.Partitioned, "", "inner", "sso")]
    public async Task A_frame_sends_and_keeps_what_the_mode_says(
        ThirdPartyCookies mode, string firstFrame, string secondFrame, string topLevel)
    {
        var conditions = new BrowserConditions { ThirdPartyCookies = mode };
        if (IsChromium && ChromiumBuilds.Called(await AnyBrowser.ProgramAsync(kind)).WhyNot(conditions) is { } reason)
        {
            Assert.That(reason, Does.Contain("--browser firefox"));
            ThirdPartyCookies[] missing = kind == AnyBrowser.HeadlessShell
                ? [ThirdPartyCookies.Blocked, ThirdPartyCookies.Partitioned]
                : [ThirdPartyCookies.Partitioned];
            Assert.That(missing, Does.Contain(mode));
            return;
        }

        var framed = new ConcurrentQueue<string>();
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, app => Map(app, framed));
        await using var browser = await AnyBrowser.NewAsync(kind, conditions);
        await browser.StartAsync(CancellationToken.None);

        await browser.OpenAsync(server.Origin("login") + "/sign-in");
        await browser.OpenAsync(server.Origin("shop") + "/page/inner");
        await browser.OpenAsync(server.Origin("shop") + "/page/inner");
        await browser.OpenAsync(server.Origin("login") + "/");

        Assert.That(framed, Is.EqualTo(new[] { $"in the frame: {firstFrame}", $"in the frame: {secondFrame}", $"top level: {topLevel}" }));
    }

    [Test]
    public async Task A_cookie_that_a_frame_sets_is_another_than_its_namesake_of_the_site_except_in_Chromium()
    {
        // Chromium has no such mode (see the refusal above): there the frame writes over the cookie of its site.
        var (site, both) = await InnerCookiesAsync(
            "inner", IsChromium ? ThirdPartyCookies.Allowed : ThirdPartyCookies.Partitioned);
        Assert.That(both, Is.Unique.And.Contains(site));
        Assert.That(both, Has.Count.EqualTo(IsChromium ? 1 : 2));
    }

    [Test]
    public async Task A_cookie_that_asks_for_it_is_kept_apart_in_every_browser()
    {
        var (site, both) = await InnerCookiesAsync("apart", ThirdPartyCookies.Allowed);
        Assert.That(both, Is.Unique.And.Contains(site));
        Assert.That(both, Has.Count.EqualTo(2));
    }

    // The cookie of that name that the site's own page sets, and all of its name once a frame on another site has set it too.
    private async Task<(CookieIdentity Site, IReadOnlyList<CookieIdentity> Both)> InnerCookiesAsync(string name, ThirdPartyCookies mode)
    {
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, app => Map(app, []));
        await using var browser = await AnyBrowser.NewAsync(kind, new BrowserConditions { ThirdPartyCookies = mode });
        await browser.StartAsync(CancellationToken.None);

        await browser.OpenAsync($"{server.Origin("login")}/frame/{name}");
        var site = (await NamedAsync()).Single();
        await browser.OpenAsync($"{server.Origin("shop")}/page/{name}");
        return (site, await NamedAsync());

        async Task<IReadOnlyList<CookieIdentity>> NamedAsync() =>
            [.. (await browser.CookiesAsync(CancellationToken.None)).Where(cookie => cookie.Name == name)
                .Select(cookie => cookie.Identity)];
    }

    private static void Map(WebApplication app, ConcurrentQueue<string> framed)
    {
        const string attributes = "=1; Path=/; Secure; SameSite=None; Max-Age=600";
        app.Run(context =>
        {
            var names = string.Join(' ', context.Request.Cookies.Keys.Order(StringComparer.Ordinal));
            context.Response.ContentType = "text/html";
            var body = "";
            switch (context.Request.Path.Value)
            {
                case "/sign-in":
                    context.Response.Headers.SetCookie = "sso" + attributes;
                    break;
                case "/page/inner" or "/page/apart":
                    var frame = context.Request.Path.Value.Replace("page", "frame", StringComparison.Ordinal);
                    body = $"<iframe src='https://login.localhost:{context.Request.Host.Port}{frame}'></iframe>";
                    break;
                case "/frame/inner":
                    framed.Enqueue($"in the frame: {names}");
                    context.Response.Headers.SetCookie = "inner" + attributes;
                    break;
                case "/frame/apart":
                    context.Response.Headers.SetCookie = "apart" + attributes + "; Partitioned";
                    break;
                case "/":
                    framed.Enqueue($"top level: {names}");
                    break;
            }

            return context.Response.WriteAsync($"<!doctype html><meta name='kmsi-page' content='app'><link rel=icon href='data:,'>{body}");
        });
    }
}
