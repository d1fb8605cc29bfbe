using System.Net;
using System.Net.Http.Headers;
using KmsiConformance.Policies;
using KmsiConformance.Tests.Reference.B2c;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.OpenIdConnect;

/// <summary>OpenID Connect Core and Session Management at the plain provider.</summary>
public sealed class CoreTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Discovery_names_every_endpoint_on_https_and_what_is_supported()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var metadata = await world.Visitor.JsonAsync(world.Server.Discovery(""));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(metadata.GetProperty("issuer").GetString(), Is.EqualTo(world.Origin));
            foreach (var name in (string[])["authorization_endpoint", "token_endpoint", "userinfo_endpoint", "end_session_endpoint",
                "check_session_iframe", "jwks_uri"])
                Assert.That(metadata.GetProperty(name).GetString(), Does.StartWith($"{world.Origin}/"), name);
            foreach (var name in (string[])["frontchannel_logout_supported", "frontchannel_logout_session_supported",
                "backchannel_logout_supported", "backchannel_logout_session_supported"])
                Assert.That(metadata.GetProperty(name).GetBoolean(), Is.True, name);
        }
    }

    [Test]
    public async Task A_ticked_box_keeps_the_session_for_its_days_and_an_unticked_one_for_the_browser()
    {
        await using var world = await OpenIdWorld.StartAsync(settings: B2cWorld.SevenDays);
        await world.SignInAsync(remember: true);
        Assert.That(world.Session!.ExpiresAt - world.Clock.GetUtcNow(), Is.EqualTo(TimeSpan.FromDays(7)));
        var state = world.Visitor.Cookies.Living.Single(cookie => cookie.Name == "op-browser-state");
        Assert.That(state.ExpiresAt, Is.EqualTo(world.Session.ExpiresAt), "the browser state lives as long as the session (N-24)");

        world.Visitor.Cookies.CloseBrowser();
        Assert.That((await world.OpenAsync()).IsSilent, Is.True);
        await world.SignInAsync(more: "&prompt=login");
        world.Visitor.Cookies.CloseBrowser();
        Assert.That((await world.OpenAsync()).Marker, Is.EqualTo("sign-in"));
    }

    [TestCase("none", "login_required")]
    [TestCase("none%20login", "invalid_request")]
    [TestCase("consent%20none", "invalid_request")]
    public async Task Prompt_none_without_a_session_and_with_company(string prompt, string error)
    {
        await using var world = await OpenIdWorld.StartAsync();
        var answer = await world.OpenAsync(more: $"&prompt={prompt}");
        Assert.That((answer.Answer["error"], answer.Answer["state"]), Is.EqualTo((error, "st ate")));
        Assert.That(answer.Answer["session_state"], Does.Not.Contain(" "));
    }

    [Test]
    public async Task Max_age_asks_when_the_credentials_are_too_old_and_zero_always()
    {
        await using var world = await OpenIdWorld.StartAsync();
        await world.SignInAsync();
        Assert.That((await world.OpenAsync(more: "&max_age=0")).Marker, Is.EqualTo("sign-in"), "even within the second");
        world.Clock.Move(10 * Minute);
        Assert.That((await world.OpenAsync(more: "&max_age=600")).IsSilent, Is.True);
        world.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.That((await world.OpenAsync(more: "&max_age=600")).Marker, Is.EqualTo("sign-in"));
    }

    [Test]
    public async Task Auth_time_stays_with_the_credentials()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var first = B2cWorld.Claims(await world.IdTokenAsync(await world.SignInAsync()));
        world.Clock.Move(30 * Minute);
        var silent = B2cWorld.Claims(await world.IdTokenAsync(await world.OpenAsync()));
        var again = B2cWorld.Claims(await world.IdTokenAsync(await world.SignInAsync(more: "&prompt=login")));
        Assert.That(silent.GetProperty("auth_time").GetInt64(), Is.EqualTo(first.GetProperty("auth_time").GetInt64()));
        Assert.That(silent.GetProperty("iat").GetInt64(), Is.EqualTo(first.GetProperty("iat").GetInt64() + 1800));
        Assert.That(again.GetProperty("auth_time").GetInt64(), Is.EqualTo(first.GetProperty("auth_time").GetInt64() + 1800));
        Assert.That(silent.GetProperty("nonce").GetString(), Is.EqualTo("non"));
    }

    [Test]
    public async Task A_hint_gets_tokens_for_its_user_and_for_nobody_else()
    {
        await using var world = await OpenIdWorld.StartAsync(settings: new SessionSettings(SessionExpiryInSeconds: 86_400));
        var alices = await world.IdTokenAsync(await world.SignInAsync());
        world.Clock.Move(TimeSpan.FromHours(5));
        Assert.That((await world.OpenAsync(more: $"&prompt=none&id_token_hint={alices}")).IsSilent, Is.True, "an expired hint is good");

        await world.SignInAsync("bob", more: "&prompt=login");
        Assert.That((await world.OpenAsync(more: $"&prompt=none&id_token_hint={alices}")).Answer["error"], Is.EqualTo("login_required"));
        var asked = await world.OpenAsync(more: $"&id_token_hint={alices}");
        Assert.That(asked.Marker, Is.EqualTo("sign-in"));
        var bobAgain = await world.SubmitAsync(asked, "#sign-in", ("username", "bob"), ("password", "bob-Sesame-1"));
        Assert.That((bobAgain.IsSilent, bobAgain.Answer["error"]), Is.EqualTo((false, "login_required")));
        Assert.That((await world.OpenAsync(more: $"&prompt=none&id_token_hint={alices[..^4]}AAAA")).Answer["error"],
            Is.EqualTo("invalid_request"));
    }

    [Test]
    public async Task Select_account_and_consent_ask_what_their_names_say()
    {
        await using var world = await OpenIdWorld.StartAsync();
        await world.SignInAsync();
        var choice = await world.OpenAsync(more: "&prompt=select_account");
        Assert.That(choice.Marker, Is.EqualTo("select-account"));
        Assert.That((await world.SubmitAsync(choice, "#current")).IsSilent, Is.True);
        Assert.That((await world.SubmitAsync(await world.OpenAsync(more: "&prompt=select_account"), "#other")).Marker,
            Is.EqualTo("sign-in"));

        var consent = await world.OpenAsync(more: "&prompt=consent");
        Assert.That(consent.Marker, Is.EqualTo("consent"));
        Assert.That((await world.SubmitAsync(consent, "#refuse")).Answer["error"], Is.EqualTo("access_denied"));
        Assert.That((await world.SubmitAsync(await world.OpenAsync(more: "&prompt=consent"), "#allow")).IsSilent, Is.True);
        Assert.That((await world.SubmitAsync(consent, "#allow")).Marker, Is.EqualTo("error"), "a page is answered once");
    }

    [Test]
    public async Task Userinfo_answers_access_tokens_and_no_id_tokens()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var tokens = await world.RedeemAsync(await world.SignInAsync());
        Assert.That(await UserInfoAsync(world, tokens.GetProperty("access_token").GetString()!), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await UserInfoAsync(world, tokens.GetProperty("id_token").GetString()!), Is.EqualTo(HttpStatusCode.Unauthorized));
        world.Clock.Move(TimeSpan.FromHours(2));
        Assert.That(await UserInfoAsync(world, tokens.GetProperty("access_token").GetString()!), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Session_state_is_salted_and_the_frame_may_be_framed()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var first = await world.SignInAsync();
        var second = await world.OpenAsync();
        var other = await world.OpenAsync(OpenIdWorld.Pharmacy);
        Assert.That(new[] { first, second, other }.Select(answer => answer.Answer["session_state"]),
            Is.Unique.And.All.Match(@"^[\w-]{43}\.[\w-]{16}$"));

        var frame = await world.Visitor.OpenAsync($"{world.Origin}/session");
        Assert.That(frame.Headers, Does.Not.ContainKey("X-Frame-Options"));
        Assert.That(frame.Headers["Content-Security-Policy"], Does.Not.Contain("frame-ancestors"));
    }

    [Test]
    public async Task A_forged_or_repeated_answer_leads_to_an_error_page()
    {
        await using var world = await OpenIdWorld.StartAsync();
        var page = await world.OpenAsync();
        (string, string)[] right = [("username", "alice"), ("password", "alice-Sesame-1")];
        Assert.That((await world.SubmitAsync(page, "#sign-in", [.. right, ("canary", "forged")])).Marker, Is.EqualTo("error"));
        Assert.That((await world.SubmitAsync(page, "#sign-in", ("username", "alice"), ("password", "wrong"))).Marker,
            Is.EqualTo("sign-in"));
        Assert.That((await world.SubmitAsync(page, "#sign-in", right)).Marker, Is.EqualTo("error"), "the page before the last");
    }

    private static async Task<HttpStatusCode> UserInfoAsync(OpenIdWorld world, string token)
    {
        using var http = new HttpClient(KmsiConformance.Sites.LoopbackHttp.CreateHandler());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(new Uri($"{world.Origin}/userinfo"));
        return answer.StatusCode;
    }
}
