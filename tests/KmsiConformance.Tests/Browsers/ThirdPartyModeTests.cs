using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Chromium;
using KmsiConformance.Cookies;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

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
    [TestCase(ThirdPartyCookies.Allowed, "sso", "inner sso", "inner sso")]
    [TestCase(ThirdPartyCookies.Blocked, "", "", "sso")]
    [TestCase(ThirdPartyCookies.Partitioned, "", "inner", "sso")]
    public async Task A_frame_sends_and_keeps_what_the_mode_says(ThirdPartyCookies mode, string firstFrame, string secondFrame, string topLevel)
    {
        var conditions = new BrowserConditions { ThirdPartyCookies = mode };
        if (kind is AnyBrowser.HeadlessShell or AnyBrowser.Full
            && ChromiumBuilds.Of(await AnyBrowser.ProgramAsync(kind)).WhyNot(conditions) is { } reason)
        {
            Assert.That(reason, Does.Contain("--browser firefox"));
            Assert.That(mode, Is.EqualTo(ThirdPartyCookies.Partitioned).Or.EqualTo(kind == AnyBrowser.HeadlessShell ? ThirdPartyCookies.Blocked : ThirdPartyCookies.Partitioned));
            return;
        }

        var framed = new ConcurrentQueue<string>();
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, app => Map(app, framed));
        await using var browser = await AnyBrowser.NewAsync(kind, conditions);
        await browser.StartAsync(CancellationToken.None);

        await browser.OpenAsync(server.Origin("login") + "/sign-in");
        await browser.OpenAsync(server.Origin("shop") + "/page");
        await browser.OpenAsync(server.Origin("shop") + "/page");
        await browser.OpenAsync(server.Origin("login") + "/");

        Assert.That(framed, Is.EqualTo(new[] { $"in the frame: {firstFrame}", $"in the frame: {secondFrame}", $"top level: {topLevel}" }));
    }

    [Test]
    public async Task A_cookie_that_a_frame_sets_is_another_than_its_namesake_of_the_site()
    {
        if (kind is AnyBrowser.HeadlessShell or AnyBrowser.Full) Assert.Pass("keeps apart only cookies that ask for it");
        await using var server = await LoopbackServer.StartAsync(TimeProvider.System, app => Map(app, []));
        await using var browser = await AnyBrowser.NewAsync(kind, new BrowserConditions { ThirdPartyCookies = ThirdPartyCookies.Partitioned });
        await browser.StartAsync(CancellationToken.None);

        await browser.OpenAsync(server.Origin("login") + "/frame");
        var before = (await browser.CookiesAsync(CancellationToken.None)).Single(cookie => cookie.Name == "inner");
        await browser.OpenAsync(server.Origin("shop") + "/page");
        var after = (await browser.CookiesAsync(CancellationToken.None)).Where(cookie => cookie.Name == "inner").ToList();

        Assert.That(after.Select(cookie => cookie.Identity), Is.Unique);
        Assert.That(after, Has.Count.EqualTo(2).And.One.Property(nameof(StoredCookie.Identity)).EqualTo(before.Identity));
    }

    private static void Map(WebApplication app, ConcurrentQueue<string> framed)
    {
        const string attributes = "; Path=/; Secure; SameSite=None; Max-Age=600";
        app.Run(context =>
        {
            var names = string.Join(' ', context.Request.Cookies.Keys.Order(StringComparer.Ordinal));
            context.Response.ContentType = "text/html";
            var body = "";
            switch (context.Request.Path.Value)
            {
                case "/sign-in":
                    context.Response.Headers.SetCookie = "sso=1" + attributes;
                    break;
                case "/page":
                    body = $"<iframe src='https://login.localhost:{context.Request.Host.Port}/frame'></iframe>";
                    break;
                case "/frame":
                    framed.Enqueue($"in the frame: {names}");
                    context.Response.Headers.SetCookie = "inner=1" + attributes;
                    break;
                case "/":
                    framed.Enqueue($"top level: {names}");
                    break;
            }

            return context.Response.WriteAsync($"<!doctype html><meta name='kmsi-page' content='app'><link rel=icon href='data:,'>{body}");
        });
    }
}
