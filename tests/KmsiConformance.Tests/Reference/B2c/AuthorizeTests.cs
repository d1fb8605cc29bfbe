using System.Net;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>Requests that are out of order, and the ways in which answers travel.</summary>
public sealed class AuthorizeTests
{
    [TestCase("", "AADB2C90008")]
    [TestCase("client_id=", "AADB2C90008")]
    [TestCase("client_id=unknown", "AADB2C90018")]
    [TestCase("client_id=groceries-client&client_id=pharmacy-client", "AADB2C90122")]
    [TestCase("client_id=no-redirects&redirect_uri=https://x.localhost/", "AADB2C90007")]
    [TestCase("client_id=groceries-client", "AADB2C90083")]
    [TestCase("client_id=groceries-client&redirect_uri=https://evil.localhost/", "AADB2C90006")]
    [TestCase("client_id=groceries-client&redirect_uri=https://groceries.localhost/signin/", "AADB2C90006")]
    [TestCase("client_id=groceries-client&redirect_uri=https://GROCERIES.localhost/signin", "AADB2C90006")]
    [TestCase("client_id=groceries-client&redirect_uri=https://groceries.localhost/signin?x=1", "AADB2C90006")]
    [TestCase("client_id=groceries-client&redirect_uri=https://pharmacy.localhost/signin", "AADB2C90006")]
    public async Task A_request_without_a_trustworthy_address_is_never_redirected(string query, string code)
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.Visitor.OpenAsync(
            $"{world.Server.Authorize(B2cWorld.Policy)}?{query}&response_type=code&scope=openid&state=s");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Location, Is.Null);
            Assert.That(page.Marker, Is.EqualTo("error"));
            Assert.That(page.Text, Does.Contain(code).And.Contain("Correlation ID").And.Contain("2026-03-02 09:00:00Z"));
        }
    }

    [TestCase("response_type=token", "unsupported_response_type", "AADB2C90013")]
    [TestCase("response_type=", "invalid_request", "AADB2C90083")]
    [TestCase("response_mode=pigeon", "invalid_request", "AADB2C90014")]
    [TestCase("response_type=id_token&response_mode=query", "invalid_request", "AADB2C90014")]
    [TestCase("scope=", "invalid_request", "AADB2C90010")]
    [TestCase("response_type=id_token&scope=email", "invalid_scope", "AADB2C90110")]
    [TestCase("response_type=id_token&nonce=", "invalid_request", "AADB2C90083")]
    [TestCase("prompt=maybe", "invalid_request", "AADB2C90043")]
    [TestCase("prompt=none+login", "invalid_request", "AADB2C90043")]
    [TestCase("prompt=NONE", "invalid_request", "AADB2C90043")]
    [TestCase("max_age=-1", "invalid_request", "AADB2C90120")]
    [TestCase("max_age=soon", "invalid_request", "AADB2C90120")]
    [TestCase("code_challenge_method=plain", "invalid_request", "AADB2C90184")]
    [TestCase("code_challenge_method=", "invalid_request", "AADB2C90184")]
    [TestCase("code_challenge=short", "invalid_request", "AADB2C90183")]
    [TestCase("prompt=none", "interaction_required", "AADB2C90077")]
    public async Task A_request_out_of_order_is_told_to_the_application(string change, string error, string code)
    {
        await using var world = await B2cWorld.StartAsync();
        var answer = (await world.Visitor.OpenAsync(Changed(world.Authorize(), change))).Answer;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer["error"], Is.EqualTo(error));
            Assert.That(answer["error_description"],
                Does.StartWith(code + ": ").And.Contain("\r\nCorrelation ID: ").And.Contain("\r\nTimestamp: 2026-03-02 09:00:00Z"));
            Assert.That(answer["state"], Is.EqualTo("st ate"));
        }
    }

    [Test]
    public async Task A_public_client_must_send_a_challenge()
    {
        await using var world = await B2cWorld.StartAsync();
        var answer = (await world.Visitor.OpenAsync(Changed(world.Authorize(B2cWorld.Pharmacy), "code_challenge="))).Answer;
        Assert.That(answer["error_description"], Does.StartWith("AADB2C99059"));
    }

    [Test]
    public async Task Prompt_none_is_silent_while_there_is_a_session()
    {
        await using var world = await B2cWorld.StartAsync();
        Assert.That(await new Story(world).TellAsync("plain prompt-none"), Is.EqualTo("silent"));
    }

    [Test]
    public async Task Prompt_login_shows_the_page_and_the_session_stays()
    {
        await using var world = await B2cWorld.StartAsync();
        Assert.That(await new Story(world).TellAsync("plain prompt-login open"), Is.EqualTo("prompt silent"));
    }

    [Test]
    public async Task A_login_hint_fills_in_the_name()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = (await world.OpenAsync(more: "&login_hint=bob%40example.com")).Page!;
        Assert.That(page.QuerySelector("#signInName")!.GetAttribute("value"), Is.EqualTo("bob@example.com"));
    }

    [Test]
    public async Task An_answer_in_the_query_keeps_what_the_redirect_uri_has()
    {
        await using var world = await B2cWorld.StartAsync();
        await world.SignInAsync();
        var reply = await world.Visitor.OpenAsync(Changed(world.Authorize(),
            "redirect_uri=https%3A%2F%2Fgroceries.localhost%2Fsignin%3Ffrom%3Dlogin"));
        Assert.That(reply.Location!.Query, Does.StartWith("?from=login&code="));
    }

    [Test]
    public async Task An_answer_in_the_fragment_has_code_and_token()
    {
        await using var world = await B2cWorld.StartAsync();
        await world.SignInAsync();
        var reply = await world.Visitor.OpenAsync(Changed(world.Authorize(), "response_type=code%20id_token"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(reply.Location!.Fragment, Does.Contain("code=").And.Contain("id_token="));
            Assert.That(reply.Location.Query, Is.Empty);
            Assert.That(B2cWorld.Claims(reply.Answer["id_token"]).TryGetProperty("c_hash", out _), Is.True);
        }
    }

    [Test]
    public async Task An_answer_by_form_post_is_a_page_that_sends_itself()
    {
        await using var world = await B2cWorld.StartAsync();
        await world.SignInAsync();
        var reply = await world.Visitor.OpenAsync(Changed(world.Authorize(), "response_mode=form_post"));
        var form = reply.Page!.QuerySelector("form#auto")!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(form.GetAttribute("action"), Is.EqualTo("https://groceries.localhost/signin"));
            Assert.That(form.GetAttribute("method"), Is.EqualTo("post"));
            Assert.That(reply.Answer["state"], Is.EqualTo("st ate"));
            Assert.That(reply.Answer, Does.ContainKey("code"));
        }
    }

    [Test]
    public async Task A_native_application_is_answered_on_its_own_scheme()
    {
        await using var world = await B2cWorld.StartAsync();
        await world.SignInAsync();
        var reply = await world.Visitor.OpenAsync(Changed(world.Authorize(B2cWorld.Pharmacy),
            "redirect_uri=com.contoso.pharmacy%3A%2F%2Fauth"));
        Assert.That(reply.Location!.ToString(), Does.StartWith("com.contoso.pharmacy://auth"));
    }

    [Test]
    public async Task A_request_may_also_be_posted()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.Visitor.PostAsync(
            world.Server.Authorize(B2cWorld.Policy),
            ("client_id", B2cWorld.Groceries), ("response_type", "code"), ("scope", "openid"),
            ("redirect_uri", B2cWorld.RedirectUri(B2cWorld.Groceries)));
        Assert.That(page.AsksForCredentials, Is.True);
    }

    private static string Changed(string url, string change)
    {
        var parts = url.Split('?', 2);
        var changes = change.Split('&');
        var kept = parts[1].Split('&').Where(p => !changes.Any(c => p.StartsWith(c.Split('=')[0] + "=", StringComparison.Ordinal)));
        return $"{parts[0]}?{string.Join('&', kept.Concat(changes))}";
    }
}
