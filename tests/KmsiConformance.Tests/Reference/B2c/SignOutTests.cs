using System.Net;
using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

public sealed class SignOutTests
{
    private const string Registered = "https://groceries.localhost/signin";

    [Test]
    public async Task Sign_out_ends_the_session_and_deletes_the_cookie()
    {
        await using var world = await B2cWorld.StartAsync();
        Assert.That(await new Story(world).TellAsync("tick copy sign-out cookie open paste open"),
            Is.EqualTo("signed-out no-cookie prompt prompt"));
    }

    [Test]
    public async Task Signing_out_twice_is_no_error()
    {
        await using var world = await B2cWorld.StartAsync();
        Assert.That(await new Story(world).TellAsync("plain sign-out sign-out"), Is.EqualTo("signed-out signed-out"));
    }

    [Test]
    public async Task Without_enforcement_any_web_address_is_followed_with_the_state()
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.Visitor.OpenAsync(
            $"{world.Server.Logout(B2cWorld.Policy)}?post_logout_redirect_uri="
            + "https%3A%2F%2Fanywhere.localhost%2Fbye%3Fa%3D1%26b%3D%3C2%3E&state=s%26t");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((page.Status, page.Marker), Is.EqualTo((HttpStatusCode.OK, "signing-out")));
            Assert.That(page.Page!.QuerySelector("#continue")!.GetAttribute("href"),
                Is.EqualTo("https://anywhere.localhost/bye?a=1&b=<2>&state=s%26t"));
            Assert.That(page.Page.Scripts.Single().Text,
                Does.Contain("\"https://anywhere.localhost/bye?a=1\\u0026b=\\u003C2\\u003E\\u0026state=s%26t\""));
        }
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("//evil.localhost/")]
    [TestCase("/relative")]
    public async Task What_is_no_web_address_is_never_followed(string uri)
    {
        await using var world = await B2cWorld.StartAsync();
        var page = await world.Visitor.OpenAsync(
            $"{world.Server.Logout(B2cWorld.Policy)}?post_logout_redirect_uri={Uri.EscapeDataString(uri)}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Marker, Is.EqualTo("error"));
            Assert.That(page.Text, Does.Contain("AADB2C90067"));
        }
    }

    [Test]
    public async Task Sign_out_may_also_be_posted()
    {
        await using var world = await B2cWorld.StartAsync();
        await world.SignInAsync();
        var page = await world.Visitor.PostAsync(world.Server.Logout(B2cWorld.Policy), ("post_logout_redirect_uri", Registered));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Marker, Is.EqualTo("signing-out"));
            Assert.That(world.Visitor.Cookies.Sso, Is.Null);
        }
    }

    [Test]
    public async Task With_enforcement_a_valid_hint_and_a_registered_address_are_followed()
    {
        await using var world = await EnforcingAsync();
        var page = await SignOutAsync(world, await HintAsync(world), Registered);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Marker, Is.EqualTo("signing-out"));
            Assert.That(world.Visitor.Cookies.Sso, Is.Null);
        }
    }

    [Test]
    public async Task With_enforcement_a_hint_that_expired_is_still_good()
    {
        await using var world = await EnforcingAsync();
        var hint = await HintAsync(world);
        world.Clock.Move(TimeSpan.FromDays(1));
        Assert.That((await SignOutAsync(world, hint, Registered)).Marker, Is.EqualTo("signing-out"));
    }

    [TestCase("https://groceries.localhost/signin/")]
    [TestCase("https://groceries.localhost/SIGNIN")]
    [TestCase("https://groceries.localhost/signin?x")]
    [TestCase("https://groceries.localhost/signin#x")]
    [TestCase("https://groceries.localhost/signin%2F..")]
    [TestCase("https://groceries.localhost.evil.localhost/signin")]
    [TestCase("https://groceries.localhost@evil.localhost/signin")]
    [TestCase("https://pharmacy.localhost/signin")]
    public async Task With_enforcement_only_the_exact_address_is_followed(string uri)
    {
        await using var world = await EnforcingAsync();
        var page = await SignOutAsync(world, await HintAsync(world), uri);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Marker, Is.EqualTo("error"));
            Assert.That(page.Text, Does.Contain("AADB2C90006"));
            Assert.That(page.Page!.QuerySelector("a[href], meta[http-equiv=refresh]"), Is.Null);
        }
    }

    [Test]
    public async Task With_enforcement_a_request_without_hint_is_refused()
    {
        await using var world = await EnforcingAsync();
        await world.SignInAsync();
        var page = await SignOutAsync(world, null, Registered);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Marker, Is.EqualTo("error"));
            Assert.That(page.Text, Does.Contain("AADB2C90272"));
            Assert.That((await world.OpenAsync()).IsSilent, Is.True, "a refused request changes nothing");
        }
    }

    [Test]
    public async Task With_enforcement_a_forged_hint_is_refused()
    {
        await using var world = await EnforcingAsync();
        var hint = (await HintAsync(world)).Split('.');
        using var foreignKey = RSA.Create(2048);
        var foreign = System.Buffers.Text.Base64Url.EncodeToString(
            foreignKey.SignData(Encoding.ASCII.GetBytes($"{hint[0]}.{hint[1]}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var none = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);
        foreach (var forged in (string[])[$"{hint[0]}.{hint[1]}.{foreign}", $"{none}.{hint[1]}.", $"{hint[0]}.{hint[1]}x.{hint[2]}",
            "nonsense", "a.b.c", "..", "é.é.é"])
            Assert.That((await SignOutAsync(world, forged, Registered)).Text, Does.Contain("AADB2C90233"), forged);
    }

    [Test]
    public async Task With_enforcement_a_hint_of_another_tenant_is_refused()
    {
        await using var world = await EnforcingAsync();
        await using var elsewhere = await EnforcingAsync();
        Assert.That((await SignOutAsync(world, await HintAsync(elsewhere), Registered)).Text, Does.Contain("AADB2C90232"));
    }

    [Test]
    public async Task With_enforcement_hint_and_client_must_be_the_same_application()
    {
        await using var world = await EnforcingAsync();
        var page = await SignOutAsync(world, await HintAsync(world), Registered + "&client_id=" + B2cWorld.Pharmacy);
        Assert.That(page.Text, Does.Contain("AADB2C90209"));
    }

    [Test]
    public async Task An_applications_own_session_is_found_by_its_client_id_only()
    {
        await using var world = await B2cWorld.StartAsync(B2cWorld.SevenDays with { Scope = SsoScope.Application });
        await world.SignInAsync(tick: true);
        await world.Visitor.OpenAsync(world.Server.Logout(B2cWorld.Policy));
        var without = await world.OpenAsync();
        await world.Visitor.OpenAsync($"{world.Server.Logout(B2cWorld.Policy)}?client_id={B2cWorld.Groceries}");
        var with = await world.OpenAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.IsSilent, Is.True);
            Assert.That(with.AsksForCredentials, Is.True);
        }
    }

    private static Task<B2cWorld> EnforcingAsync() => B2cWorld.StartAsync(B2cWorld.SevenDays with { EnforceIdTokenHintOnLogout = true });

    private static async Task<string> HintAsync(B2cWorld world) =>
        (await world.RedeemAsync((await world.SignInAsync()).Answer["code"])).GetProperty("id_token").GetString()!;

    private static Task<Reply> SignOutAsync(B2cWorld world, string? hint, string uri)
    {
        var parts = uri.Split("&client_id=");
        var client = parts.Length > 1 ? $"&client_id={parts[1]}" : "";
        return world.Visitor.OpenAsync(
            $"{world.Server.Logout(B2cWorld.Policy)}?post_logout_redirect_uri={Uri.EscapeDataString(parts[0])}{client}"
            + (hint is null ? "" : $"&id_token_hint={Uri.EscapeDataString(hint)}"));
    }
}
