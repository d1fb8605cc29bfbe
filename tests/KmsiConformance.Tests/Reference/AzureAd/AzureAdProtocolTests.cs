using System.Net;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Tests.Reference.B2c;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.AzureAd;

/// <summary>Azure AD on the wire: errors, sign-out, the log, and what an attacker may not do.</summary>
public sealed class AzureAdProtocolTests
{
    [Test]
    public async Task Prompt_none_without_a_session_is_login_required()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var answer = await world.OpenAsync(more: "&prompt=none");
        Assert.That(answer.Answer["error"], Is.EqualTo("login_required"));
        Assert.That(answer.Answer["error_description"], Does.StartWith("AADSTS50058:"));
        await world.SignInAsync(yes: false);
        Assert.That((await world.OpenAsync(more: "&prompt=none")).IsSilent, Is.True);
    }

    [Test]
    public async Task Tokens_have_the_claims_of_the_product()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var answer = await world.SignInAsync(yes: true);
        var (_, json) = await world.RedeemAsync(answer.Answer["code"]);
        var claims = B2cWorld.Claims(json.GetProperty("id_token").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(claims.GetProperty("iss").GetString(),
                Is.EqualTo($"{world.Server.Origin}/{claims.GetProperty("tid").GetString()}/v2.0"));
            Assert.That(claims.GetProperty("preferred_username").GetString(), Is.EqualTo("alice@example.com"));
            Assert.That(claims.GetProperty("nonce").GetString(), Is.EqualTo("non"));
            Assert.That(claims.GetProperty("sub").GetString(), Is.Not.EqualTo(claims.GetProperty("oid").GetString()));
            Assert.That(claims.TryGetProperty("tfp", out _), Is.False);
        }

        var (status, again) = await world.RedeemAsync(answer.Answer["code"]);
        Assert.That((status, again.GetProperty("error").GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That(again.GetProperty("error_description").GetString(), Does.StartWith("AADSTS70008:"));
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task Sign_out_ends_the_session_and_returns_to_a_registered_address_only(string method)
    {
        await using var world = await AzureAdWorld.StartAsync();
        await world.SignInAsync(yes: true);
        var stolen = world.Session!;
        var elsewhere = await OutAsync(world, method, "https://stranger.localhost/");
        Assert.That((elsewhere.Marker, world.Session), Is.EqualTo(("signed-out", (KeptCookie?)null)));
        Assert.That(elsewhere.Page!.QuerySelector("a#continue"), Is.Null);

        world.Visitor.Cookies.Keep(stolen);
        Assert.That((await world.OpenAsync()).IsSilent, Is.False, "a copied cookie opens nothing");
        var back = await OutAsync(world, method, "https://groceries.localhost/out");
        Assert.That(back.Page!.QuerySelector("a#continue")!.GetAttribute("href"),
            Is.EqualTo("https://groceries.localhost/out?state=s%26t"));
    }

    [Test]
    public async Task The_other_apps_of_the_session_are_told_with_iss_and_sid()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var answer = await world.SignInAsync(yes: false);
        var (_, json) = await world.RedeemAsync(answer.Answer["code"]);
        var sid = B2cWorld.Claims(json.GetProperty("id_token").GetString()!).GetProperty("sid").GetString()!;
        await world.OpenAsync(AzureAdWorld.Pharmacy);
        Assert.That(world.Visitor.Cookies.Living.Select(cookie => cookie.Name),
            Does.Contain("SignInStateCookie").And.Contain("ESTSAUTHLIGHT"));

        var page = await OutAsync(world, "GET", "https://groceries.localhost/out");
        var frames = page.Page!.QuerySelectorAll("iframe").Select(frame => frame.GetAttribute("src")!).ToList();
        var issuer = Uri.EscapeDataString(world.Server.Issuer);
        Assert.That(frames, Is.EqualTo(new[] { $"https://pharmacy.localhost/logout?who=us&iss={issuer}&sid={Uri.EscapeDataString(sid)}" }));
        Assert.That(world.Visitor.Cookies.Living.Select(cookie => cookie.Name),
            Has.None.StartsWith("ESTS").And.None.EqualTo("SignInStateCookie"));
    }

    private static Task<Reply> OutAsync(AzureAdWorld world, string method, string to) => method == "POST"
        ? world.Visitor.PostAsync($"{world.Path}/oauth2/v2.0/logout", ("post_logout_redirect_uri", to), ("state", "s&t"))
        : world.Visitor.OpenAsync($"{world.Path}/oauth2/v2.0/logout?post_logout_redirect_uri={Uri.EscapeDataString(to)}&state=s%26t");

    [Test]
    public async Task An_abandoned_sign_in_stays_in_the_log_with_50140_and_an_answered_one_does_not()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var question = await world.AuthenticateAsync();
        Assert.That(await world.LogAsync(), Is.EqualTo(new[] { ("alice", 50140) }));
        Assert.That(world.Session, Is.Null, "no session begins before the answer");

        await world.AnswerAsync(question, yes: true);
        Assert.That(await world.LogAsync(), Is.EqualTo(new[] { ("alice", 0) }));
        await world.AuthenticateAsync("bob", more: "&prompt=login");
        Assert.That(await world.LogAsync(), Is.EqualTo(new[] { ("bob", 50140), ("alice", 0) }));
    }

    [Test]
    public async Task A_wrong_password_is_logged_and_asks_again()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var page = await world.SubmitAsync(await world.OpenAsync(), "#idSIButton9", ("loginfmt", "alice"));
        var again = await world.SubmitAsync(page, "#idSIButton9", ("passwd", "wrong"));
        var unknown = await world.SubmitAsync(await world.SubmitAsync(await world.OpenAsync(), "#idSIButton9", ("loginfmt", "nobody")),
            "#idSIButton9", ("passwd", "wrong"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Marker, Is.EqualTo("password"));
            Assert.That(again.Page!.QuerySelector("#passwordError")!.TextContent,
                Is.EqualTo(unknown.Page!.QuerySelector("#passwordError")!.TextContent));
            Assert.That(await world.LogAsync(), Is.EqualTo(new[] { ("alice", 50126) }));
            Assert.That((await world.SubmitAsync(again, "#idSIButton9", ("passwd", "alice-Sesame-1"))).Marker,
                Is.EqualTo("stay-signed-in"));
        }
    }

    [Test]
    public async Task The_log_is_given_to_nobody_without_the_token()
    {
        await using var world = await AzureAdWorld.StartAsync();
        Assert.That((await world.Visitor.OpenAsync(world.Server.SignInLogAddress)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Nobody_comes_past_a_page_by_posting_what_a_later_one_posts()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var page = await world.SubmitAsync(await world.OpenAsync(), "#idSIButton9", ("loginfmt", "alice"));
        var form = page.Page!.QuerySelectorAll("form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Append(("LoginOptions", "1")).ToArray();
        var kmsi = await world.Visitor.PostAsync($"{world.Server.Origin}/kmsi", form);
        Assert.That((kmsi.Marker, world.Session), Is.EqualTo(("error", (KeptCookie?)null)));
    }

    [Test]
    public async Task A_page_is_answered_once_in_the_browser_it_was_shown_in_and_with_its_canary()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var question = await world.AuthenticateAsync();
        Assert.That((await world.SubmitAsync(question, "#idSIButton9", ("canary", "forged"))).Marker, Is.EqualTo("error"));

        var cookies = world.Visitor.Cookies.Living.ToList();
        world.Visitor.Cookies.Clear();
        Assert.That((await world.AnswerAsync(question, yes: true)).Marker, Is.EqualTo("error"), "another browser");
        cookies.ForEach(world.Visitor.Cookies.Keep);
        Assert.That((await world.AnswerAsync(question, yes: true)).IsSilent, Is.True);
        cookies.ForEach(world.Visitor.Cookies.Keep);
        Assert.That((await world.AnswerAsync(question, yes: true)).Marker, Is.EqualTo("error"), "a second time");
    }

    [Test]
    public async Task A_federated_user_signs_in_at_the_federated_service_and_is_asked_afterwards()
    {
        await using var world = await AzureAdWorld.StartAsync(AzureAdWorld.With("bob",
            new AzureAdUser(SignsInBy: AzureAdSignInMethod.Federation)));
        var sent = await world.SubmitAsync(await world.OpenAsync(), "#idSIButton9", ("loginfmt", "bob"));
        Assert.That(sent.Location!.Host, Is.EqualTo("adfs.localhost"));
        var page = await world.Visitor.OpenAsync(sent.Location.AbsoluteUri);
        Assert.That(page.Page!.QuerySelector("#userNameInput")!.GetAttribute("value"), Is.EqualTo("bob"));
        Assert.That((await world.Visitor.PostAsync(sent.Location.AbsoluteUri, ("UserName", "bob"), ("Password", "wrong"))).Marker,
            Is.EqualTo("federated-sign-in"));

        var back = await world.Visitor.PostAsync(sent.Location.AbsoluteUri, ("UserName", "bob"), ("Password", "bob-Sesame-1"));
        (string, string)[] result = [.. back.Answer.Select(field => (field.Key, field.Value))];
        var question = await world.Visitor.PostAsync($"{world.Server.Origin}/login.srf", result);
        Assert.That(question.Marker, Is.EqualTo("stay-signed-in"));
        Assert.That((await world.Visitor.PostAsync($"{world.Server.Origin}/login.srf", result)).Marker, Is.EqualTo("error"),
            "a result is good once");
    }

    [Test]
    public async Task A_federated_result_signs_in_nobody_else()
    {
        await using var world = await AzureAdWorld.StartAsync(AzureAdWorld.With("bob",
            new AzureAdUser(SignsInBy: AzureAdSignInMethod.FederationWithWindows)));
        var sent = await world.SubmitAsync(await world.OpenAsync(), "#idSIButton9", ("loginfmt", "bob"));
        var back = await world.Visitor.OpenAsync(sent.Location!.AbsoluteUri);
        var other = await world.SubmitAsync(await world.OpenAsync(), "#idSIButton9", ("loginfmt", "bob"));
        var context = System.Web.HttpUtility.ParseQueryString(other.Location!.Query)["wctx"]!;
        var forged = await world.Visitor.PostAsync($"{world.Server.Origin}/login.srf", ("wresult", back.Answer["wresult"]),
            ("wctx", context));
        Assert.That((forged.Marker, world.Session), Is.EqualTo(("error", (KeptCookie?)null)));
    }

    [Test]
    public async Task Text_of_others_is_encoded_and_no_page_can_be_framed()
    {
        await using var world = await AzureAdWorld.StartAsync();
        var page = await world.OpenAsync(more: "&login_hint=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.That(page.Page!.QuerySelector("#displayName")!.TextContent, Is.EqualTo("\"><script>alert(1)</script>"));
        Assert.That(page.Headers["Content-Security-Policy"], Does.Contain("frame-ancestors 'none'"));
        Assert.That((await world.OpenAsync()).Page!.QuerySelector(".lead")!.TextContent, Is.EqualTo("to continue to Contoso <Groceries>"));
    }
}
