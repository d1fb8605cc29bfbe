using System.Collections.Concurrent;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Reference.B2c;
using Microsoft.AspNetCore.Builder;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.OpenIdConnect;

/// <summary>RP-Initiated, Front-Channel and Back-Channel Logout at the plain provider.</summary>
public sealed class SignOutTests
{
    private const string Out = "https://groceries.localhost/out";

    [Test]
    public async Task A_hint_of_this_session_signs_out_at_once_and_returns_with_state()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        var stolen = world.Session!;
        var page = await world.SignOutAsync(hint, Out);
        Assert.That(page.Page!.QuerySelector("a#continue")!.GetAttribute("href"), Is.EqualTo($"{Out}?state=s%26t"));
        Assert.That(world.Session, Is.Null);
        world.Visitor.Cookies.Keep(stolen);
        Assert.That((await world.OpenAsync()).Marker, Is.EqualTo("sign-in"), "a copied cookie opens nothing");
    }

    [Test]
    public async Task Without_a_hint_or_with_that_of_another_session_the_user_is_asked()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var old = await world.IdTokenAsync(await world.SignInAsync());
        await world.SignOutAsync(old);
        await world.SignInAsync();

        Assert.That((await world.SignOutAsync(old, Out)).Marker, Is.EqualTo("confirm-sign-out"), "a hint of the session before");
        var asked = await world.SignOutAsync(to: Out, more: $"&client_id={OpenIdWorld.Groceries}");
        Assert.That(asked.Marker, Is.EqualTo("confirm-sign-out"));
        Assert.That((await world.SubmitAsync(asked, "#stay")).Marker, Is.EqualTo("still-signed-in"));
        Assert.That((await world.OpenAsync()).IsSilent, Is.True);
        Assert.That((await world.SubmitAsync(asked, "#sign-out")).Marker, Is.EqualTo("error"), "answered once");

        var confirmed = await world.SubmitAsync(await world.SignOutAsync(to: Out, more: $"&client_id={OpenIdWorld.Groceries}"),
            "#sign-out");
        Assert.That(confirmed.Page!.QuerySelector("a#continue")!.GetAttribute("href"), Does.StartWith(Out));
        Assert.That((await world.OpenAsync()).Marker, Is.EqualTo("sign-in"));
    }

    [Test]
    public async Task Nobody_else_can_confirm_a_sign_out()
    {
        await using var world = await OpenIdWorld.StartAsync();
        await world.SignInAsync();
        var asked = await world.SignOutAsync();
        var session = world.Session!;
        world.Visitor.Cookies.Clear();
        Assert.That((await world.SubmitAsync(asked, "#sign-out")).Marker, Is.EqualTo("error"));
        world.Visitor.Cookies.Keep(session);
        Assert.That((await world.OpenAsync()).IsSilent, Is.True);
    }

    [TestCase("https://groceries.localhost/out/")]
    [TestCase("https://groceries.localhost/OUT")]
    [TestCase("https://groceries.localhost/out?x=1")]
    [TestCase("https://pharmacy.localhost/signin")]
    [TestCase("https://stranger.localhost/")]
    public async Task Any_address_but_one_registered_for_the_app_goes_nowhere_and_changes_nothing(string to)
    {
        await using var world = await OpenIdWorld.StartAsync();
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        Assert.That((await world.SignOutAsync(hint, to)).Marker, Is.EqualTo("error"));
        Assert.That((await world.OpenAsync()).IsSilent, Is.True);
    }

    [Test]
    public async Task Who_was_refused_can_still_sign_out_but_goes_nowhere_from_there()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        var refused = await world.SignOutAsync(hint, "https://stranger.localhost/");
        Assert.That((refused.Marker, refused.Page!.QuerySelectorAll("[href^='https://stranger'], [action^='https://stranger']").Length),
            Is.EqualTo(("error", 0)));

        var signedOut = await world.SubmitAsync(refused, "#sign-out-anyway");
        Assert.That((signedOut.Marker, world.Session), Is.EqualTo(("signed-out", (KeptCookie?)null)));
        Assert.That(signedOut.Page!.DocumentElement.OuterHtml,
            Does.Not.Contain("stranger").And.Contain("https://groceries.localhost/logout"), "every app is told, the stranger is not");
        Assert.That((await world.OpenAsync()).Marker, Is.EqualTo("sign-in"));
        Assert.That((await world.SubmitAsync(refused, "#sign-out-anyway")).Marker, Is.EqualTo("error"), "answered once");
    }

    [Test]
    public async Task Who_is_not_signed_in_is_refused_without_an_offer()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var refused = await world.SignOutAsync(to: "https://stranger.localhost/");
        Assert.That((refused.Marker, refused.Page!.QuerySelector("#sign-out-anyway")),
            Is.EqualTo(("error", (AngleSharp.Dom.IElement?)null)));
    }

    [Test]
    public async Task An_address_without_an_app_that_owns_it_goes_nowhere()
    {
        await using var world = await OpenIdWorld.StartAsync();
        await world.SignInAsync();
        Assert.That((await world.SignOutAsync(to: Out)).Marker, Is.EqualTo("error"));
    }

    [Test]
    public async Task Signing_out_when_not_signed_in_is_no_error()
    {
        await using var world = await OpenIdWorld.StartAsync();
        Assert.That((await world.SignOutAsync()).Marker, Is.EqualTo("signed-out"));
    }

    [Test]
    public async Task A_client_id_that_is_not_the_hints_is_refused()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        Assert.That((await world.SignOutAsync(hint, more: $"&client_id={OpenIdWorld.Pharmacy}")).Marker, Is.EqualTo("error"));
    }

    [Test]
    public async Task Every_app_of_the_session_is_told_with_iss_and_sid_the_asking_one_too()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        await world.OpenAsync(OpenIdWorld.Pharmacy);
        var page = await world.SignOutAsync(hint, Out);
        var sid = B2cWorld.Claims(hint).GetProperty("sid").GetString()!;
        var named = $"?iss={Uri.EscapeDataString(world.Origin)}&sid={Uri.EscapeDataString(sid)}";
        Assert.That(page.Page!.QuerySelectorAll("iframe").Select(frame => frame.GetAttribute("src")),
            Is.EqualTo(new[] { $"https://groceries.localhost/logout{named}", $"https://pharmacy.localhost/logout{named}" }));
    }

    [Test]
    public async Task A_server_is_told_with_a_logout_token_before_the_page_comes_back()
    {
        var tokens = new ConcurrentQueue<string>();
        await using var app = await LoopbackServer.StartAsync(TimeProvider.System,
            web => web.Run(async context => tokens.Enqueue((await context.Request.ReadFormAsync())["logout_token"]!)));
        await using var world = await OpenIdWorld.StartAsync(backChannel: $"{app.Origin("pharmacy")}/told");
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        await world.OpenAsync(OpenIdWorld.Pharmacy);
        await world.SignOutAsync(hint);

        Assert.That(tokens, Has.Count.EqualTo(1));
        var (header, claims) = (B2cWorld.Claims($".{tokens.First().Split('.')[0]}."), B2cWorld.Claims(tokens.First()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((header.GetProperty("typ").GetString(), header.GetProperty("alg").GetString()),
                Is.EqualTo(("logout+jwt", "RS256")));
            Assert.That((claims.GetProperty("iss").GetString(), claims.GetProperty("aud").GetString()),
                Is.EqualTo((world.Origin, OpenIdWorld.Pharmacy)));
            Assert.That(claims.GetProperty("sid").GetString(), Is.EqualTo(B2cWorld.Claims(hint).GetProperty("sid").GetString()));
            Assert.That(claims.GetProperty("events").GetProperty("http://schemas.openid.net/event/backchannel-logout")
                .EnumerateObject(), Is.Empty);
            Assert.That(claims.TryGetProperty("nonce", out _), Is.False);
            foreach (var name in (string[])["iat", "exp", "jti", "sub"]) Assert.That(claims.TryGetProperty(name, out _), Is.True, name);
        }
    }

    [Test]
    public async Task A_server_that_cannot_be_reached_holds_nothing_up()
    {
        await using var world = await OpenIdWorld.StartAsync(backChannel: "https://pharmacy.localhost:1/told");
        var hint = await world.IdTokenAsync(await world.SignInAsync());
        await world.OpenAsync(OpenIdWorld.Pharmacy);
        Assert.That((await world.SignOutAsync(hint)).Marker, Is.EqualTo("signed-out"));
    }
}
