using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Browsers;
using KmsiConformance.Tests.Reference.B2c;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.OpenIdConnect;

/// <summary>The frame of Session Management, asked by an application's own page in a real browser (N-21, N-22, N-24).</summary>
[Category("Browser")]
public sealed class CheckSessionFrameTests
{
    // An application's page: loads the frame, and answers what the frame says to a message.
    private const string Asking = """
        async ([frame, message]) => {
          const element = document.createElement('iframe');
          element.src = frame;
          document.body.append(element);
          await new Promise(loaded => element.addEventListener('load', loaded));
          const answer = new Promise(heard => window.addEventListener('message', event => heard(event.origin + ' ' + event.data)));
          element.contentWindow.postMessage(message, new URL(frame).origin);
          return await Promise.race([answer, new Promise(late => setTimeout(() => late('nothing'), 3000))]);
        }
        """;

    [Test]
    public async Task An_app_hears_unchanged_until_the_user_signs_out_and_others_hear_an_error()
    {
        await using var apps = await LoopbackServer.StartAsync(TimeProvider.System, web => web.Run(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<!doctype html><title>app</title><body>app");
        }));
        await using var provider = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = TimeProvider.System,
            Readings = KnownProfiles.Readings(KnownProfiles.OpenIdConnect),
            Apps = [new AppRegistration("groceries", "groceries", [apps.Origin("groceries") + "/back"])],
        });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFixture.Chromium(), Args = ["--no-sandbox", "--disable-gpu"],
        });
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { IgnoreHTTPSErrors = true });
        var page = await context.NewPageAsync();

        await page.GotoAsync(
            $"{provider.Origin}/authorize?client_id=groceries&response_type=code&scope=openid"
            + $"&redirect_uri={Uri.EscapeDataString(apps.Origin("groceries") + "/back")}"
            + $"&code_challenge={B2cWorld.Challenge()}&code_challenge_method=S256");
        await page.FillAsync("#username", "alice");
        await page.FillAsync("#password", "alice-Sesame-1");
        await page.ClickAsync("#sign-in");
        await page.WaitForURLAsync("**/back?**");
        var state = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["session_state"]!;

        Task<string> AskAsync(string message) => page.EvaluateAsync<string>(Asking, new[] { $"{provider.Origin}/session", message });
        Assert.That(await AskAsync($"groceries {state}"), Is.EqualTo($"{provider.Origin} unchanged"));
        Assert.That(await AskAsync($"groceries {state}"), Is.EqualTo($"{provider.Origin} unchanged"), "asking changes nothing");
        Assert.That(await AskAsync($"groceries {state[..^3]}abc"), Is.EqualTo($"{provider.Origin} changed"), "another salt");
        Assert.That(await AskAsync("groceries"), Is.EqualTo($"{provider.Origin} error"));
        Assert.That(await AskAsync($"pharmacy {state}"), Is.EqualTo($"{provider.Origin} error"), "an app that is not registered");

        await page.GotoAsync(apps.Origin("stranger"));
        Assert.That(await AskAsync($"groceries {state}"), Is.EqualTo($"{provider.Origin} error"), "a site that is not the app's");

        await page.GotoAsync($"{provider.Origin}/sign-out");
        await page.ClickAsync("#sign-out");
        await page.GotoAsync(apps.Origin("groceries"));
        Assert.That(await AskAsync($"groceries {state}"), Is.EqualTo($"{provider.Origin} changed"));
    }
}
