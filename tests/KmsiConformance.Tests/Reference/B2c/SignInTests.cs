using System.Net;
using System.Text.Json;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

public sealed class SignInTests
{
    [Test]
    public async Task The_first_visit_shows_the_page_and_the_second_is_silent()
    {
        await using var world = await B2cWorld.StartAsync();
        var first = await world.SignInAsync();
        var second = await world.OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.IsSilent, Is.True);
            Assert.That(first.Location!.ToString(), Does.StartWith("https://groceries.localhost/signin?code="));
            Assert.That(first.Answer["state"], Is.EqualTo("st ate"));
            Assert.That(second.IsSilent, Is.True);
            Assert.That(second.Answer["code"], Is.Not.EqualTo(first.Answer["code"]));
        }
    }

    [Test]
    public async Task The_page_has_the_ids_and_globals_that_a_recipe_looks_for()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        var settings = Visitor.SettingsOf(page);

        using (Assert.EnterMultipleScope())
        {
            foreach (var selector in (string[])["#api", "form#localAccountForm", "#signInName", "#password", "div.rememberMe > #rememberMe",
                "button#next", ".error.pageLevel p", ".error.itemLevel p", "[data-page=sign-in]"])
                Assert.That(page.Page!.QuerySelector(selector), Is.Not.Null, selector);
            Assert.That(page.Page!.QuerySelector("#rememberMe")!.HasAttribute("checked"), Is.False);
            Assert.That(settings.GetProperty("api").GetString(), Is.EqualTo("CombinedSigninAndSignup"));
            Assert.That(settings.GetProperty("transId").GetString(), Does.StartWith("StateProperties="));
            Assert.That(settings.GetProperty("hosts").GetProperty("tenant").GetString(),
                Is.EqualTo("/kmsidemo.onmicrosoft.com/B2C_1A_signin"));
            Assert.That(settings.GetProperty("config").GetProperty("enableRememberMe").GetString(), Is.EqualTo("True"));
            Assert.That(world.Visitor.Cookies.Living.Select(c => c.Name),
                Has.Some.EqualTo("x-ms-cpim-csrf").And.Some.StartsWith("x-ms-cpim-cache|").And.Some.EqualTo("x-ms-cpim-trans"));
        }
    }

    [Test]
    public async Task Every_text_of_others_is_encoded_on_the_page()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync(more: "&login_hint=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Page!.QuerySelector("#signInName")!.GetAttribute("value"), Is.EqualTo("\"><script>alert(1)</script>"));
            Assert.That(page.Page.QuerySelector(".lead")!.TextContent, Is.EqualTo("to continue to Contoso <Groceries>"));
        }
    }

    [Test]
    public async Task The_page_cannot_be_framed_stored_or_sniffed()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Headers["Content-Security-Policy"],
                Does.Contain("frame-ancestors 'none'").And.Contain("default-src 'none'").And.Contain("script-src 'nonce-"));
            Assert.That(page.Headers["Cache-Control"], Does.Contain("no-store"));
            Assert.That(page.Headers["X-Content-Type-Options"], Is.EqualTo("nosniff"));
        }
    }

    [TestCase("alice", "wrong", "AADB2C90054")]
    [TestCase("nobody", "wrong", "AADB2C90053")]
    [TestCase("alice", "", "AADB2C90054")]
    public async Task Wrong_credentials_are_rejected_in_json_and_begin_no_session(string user, string password, string code)
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        var typed = await world.Visitor.TypeAsync(world.Server.Origin, page, user, password);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(typed.GetProperty("status").GetString(), Is.EqualTo("400"));
            Assert.That(typed.GetProperty("errorCode").GetString(), Is.EqualTo(code));
            Assert.That(typed.GetProperty("message").GetString(), Is.EqualTo("The user name or password is not right."));
            Assert.That(world.Visitor.Cookies.Sso, Is.Null);
            Assert.That((await world.OpenAsync()).AsksForCredentials, Is.True);
        }
    }

    [Test]
    public async Task A_rejected_password_cannot_be_passed_over()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "wrong");
        var confirmed = await world.Visitor.ConfirmAsync(world.Server.Origin, page, tick: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(confirmed.Answer["error"], Is.EqualTo("server_error"));
            Assert.That(confirmed.Answer["error_description"], Does.StartWith("AADB2C90255"));
            Assert.That(world.Visitor.Cookies.Sso, Is.Null);
        }
    }

    [Test]
    public async Task The_fourth_attempt_on_one_page_is_refused_even_with_the_right_password()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        for (var attempt = 0; attempt < 3; attempt++) await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "wrong");
        var typed = await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "alice-Sesame-1");
        Assert.That(typed.GetProperty("errorCode").GetString(), Is.EqualTo("AADB2C90157"));
    }

    [Test]
    public async Task A_post_without_the_pages_token_is_refused()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        var typed = await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "alice-Sesame-1", csrf: "forged");
        Assert.That(typed.GetProperty("errorCode").GetString(), Is.EqualTo("AADB2C90046"));
    }

    [Test]
    public async Task Another_browser_cannot_complete_the_sign_in()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "alice-Sesame-1");
        using var stranger = new Visitor(world.Clock);
        var confirmed = await stranger.ConfirmAsync(world.Server.Origin, page, tick: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(confirmed.Marker, Is.EqualTo("error"));
            Assert.That(confirmed.Text, Does.Contain("AADB2C90046"));
            Assert.That(stranger.Cookies.Sso, Is.Null);
        }
    }

    [Test]
    public async Task A_page_left_open_for_longer_than_an_hour_must_be_opened_anew()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.OpenAsync();
        world.Clock.Move(TimeSpan.FromMinutes(61));
        var typed = await world.Visitor.TypeAsync(world.Server.Origin, page, "alice", "alice-Sesame-1");
        Assert.That(typed.GetProperty("errorCode").GetString(), Is.EqualTo("AADB2C90046"));
    }

    [Test]
    public async Task Two_tabs_can_both_sign_in()
    {
        await using var world = await B2cWorld.StartAsync();
        var one = await world.OpenAsync();
        var other = await world.OpenAsync(B2cWorld.Pharmacy);
        await world.Visitor.TypeAsync(world.Server.Origin, one, "alice", "alice-Sesame-1");
        var first = await world.Visitor.ConfirmAsync(world.Server.Origin, one, tick: false);
        await world.Visitor.TypeAsync(world.Server.Origin, other, "bob@example.com", "bob-Sesame-1");
        var second = await world.Visitor.ConfirmAsync(world.Server.Origin, other, tick: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Answer, Does.ContainKey("code"));
            Assert.That(second.Answer, Does.ContainKey("code"));
        }
    }

    [Test]
    public async Task The_session_cookie_has_the_name_and_attributes_of_the_service()
    {
        await using var world = await B2cWorld.StartAsync();
        await world.SignInAsync();
        var sso = world.Visitor.Cookies.Sso!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sso.Name, Is.EqualTo("x-ms-cpim-sso:kmsidemo.onmicrosoft.com_0"));
            Assert.That(sso.Attributes, Is.EqualTo("path=/; secure; HttpOnly; SameSite=None"));
            Assert.That(sso.Value, Has.Length.EqualTo(43));
        }
    }

    [TestCase("/KMSIDEMO.onmicrosoft.com/b2c_1a_SIGNIN/oauth2/v2.0/authorize?")]
    [TestCase("/kmsidemo.onmicrosoft.com/oauth2/v2.0/authorize?p=b2c_1a_signin&")]
    [TestCase("/tfp/kmsidemo.onmicrosoft.com/B2C_1A_signin/oauth2/v2.0/authorize?")]
    public async Task The_policy_may_be_named_in_the_path_or_in_the_query_in_any_case(string address)
    {
        await using var world = await B2cWorld.StartAsync();
        var query = world.Authorize().Split('?')[1];
        var page = await world.Visitor.OpenAsync($"{world.Server.Origin}{address}{query}");
        Assert.That(page.AsksForCredentials, Is.True);
    }

    [Test]
    public async Task An_unknown_policy_tenant_or_path_is_an_error_page_of_status_404()
    {
        await using var world = await B2cWorld.StartAsync();
        foreach (var path in (string[])["/kmsidemo.onmicrosoft.com/B2C_1A_other/oauth2/v2.0/authorize",
            "/other.onmicrosoft.com/B2C_1A_signin/oauth2/v2.0/authorize", "/", "/favicon.ico"])
        {
            var page = await world.Visitor.OpenAsync(world.Server.Origin + path);
            Assert.That((page.Status, page.Marker), Is.EqualTo((HttpStatusCode.NotFound, "error")), path);
        }
    }

    [Test]
    public async Task Another_name_of_this_machine_gets_no_answer()
    {
        await using var world = await B2cWorld.StartAsync();
        var reply = await world.Visitor.OpenAsync(world.Authorize()
            .Replace("login.localhost", "groceries.localhost", StringComparison.Ordinal));
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.MisdirectedRequest));
    }

    [Test]
    public async Task A_form_that_is_far_too_large_is_an_error_page()
    {
        await using var world = await B2cWorld.StartAsync();
        var fields = Enumerable.Range(0, 2000).Select(n => ($"field{n}", "x")).ToArray();
        var page = await world.Visitor.PostAsync(world.Server.Authorize(B2cWorld.Policy), fields);
        Assert.That((page.Status, page.Marker), Is.EqualTo((HttpStatusCode.BadRequest, "error")));
    }

    [Test]
    public async Task Every_answer_is_dated_by_the_worlds_clock()
    {
        await using var world = await B2cWorld.StartAsync();
        world.Clock.Move(TimeSpan.FromDays(400));
        var page = await world.OpenAsync();
        Assert.That(page.Headers["Date"], Is.EqualTo(world.Clock.GetUtcNow().ToString("R")));
    }

    [Test]
    public async Task The_discovery_document_names_this_policys_endpoints()
    {
        await using var world = await B2cWorld.StartAsync();
        var document = await world.Visitor.JsonAsync(world.Server.Discovery(B2cWorld.Policy));
        var keys = await world.Visitor.JsonAsync(document.GetProperty("jwks_uri").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.GetProperty("issuer").GetString(), Is.EqualTo(world.Server.Issuer));
            Assert.That(document.GetProperty("authorization_endpoint").GetString(),
                Is.EqualTo(world.Server.Authorize(B2cWorld.Policy.ToLowerInvariant())));
            Assert.That(document.GetProperty("end_session_endpoint").GetString(), Does.EndWith("/oauth2/v2.0/logout"));
            Assert.That(keys.GetProperty("keys").EnumerateArray().Single().GetProperty("kty").GetString(), Is.EqualTo("RSA"));
            Assert.That(document.GetProperty("response_types_supported").ValueKind, Is.EqualTo(JsonValueKind.Array));
        }
    }
}
