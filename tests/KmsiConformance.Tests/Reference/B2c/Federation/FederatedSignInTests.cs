using AngleSharp.Html.Dom;
using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c.Federation;

/// <summary>Signing in through an identity provider, over real HTTP, one step at a time.</summary>
internal sealed class FederatedSignInTests
{
    private static readonly string[] Protocols = ["openid-connect", "oauth2", "saml"];

    [TestCaseSource(nameof(Protocols))]
    public async Task Choosing_a_provider_leads_there_and_back_with_a_code(string protocol)
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso", FederatedWorld.Standard(protocol)));
        var back = await world.SignInAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(back.Host, Is.EqualTo("groceries.localhost"));
            Assert.That(back.Given("code"), Is.Not.Null);
            Assert.That(back.Given("state"), Is.EqualTo("s"));
            Assert.That(world.Seen(), Is.EqualTo("contoso:sign-in contoso:prompt contoso:session"));
            Assert.That(world.Alice.Cookies(world.LoginHost).Sso!.ExpiresAt, Is.Null);
        }
    }

    [TestCase("RS256")]
    [TestCase("PS256")]
    [TestCase("ES256")]
    public async Task A_provider_is_believed_whatever_it_signs_with(string algorithm)
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso",
            FederatedWorld.Standard() with { SignsWith = algorithm }));
        Assert.That((await world.SignInAsync()).Given("code"), Is.Not.Null);
    }

    [Test]
    public async Task A_provider_may_replace_its_keys_between_two_sign_ins()
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso",
            FederatedWorld.Standard() with { SignsWith = "ES256" }));
        await world.SignInAsync();
        world.Providers["contoso"].ReplaceKeys();
        Assert.That((await world.Alice.OpenAsync(world.Authorize())).Given("code"), Is.Not.Null);
    }

    [TestCaseSource(nameof(Protocols))]
    public async Task The_session_goes_back_to_the_provider_which_answers_out_of_its_own(string protocol)
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso", FederatedWorld.Standard(protocol)));
        await world.SignInAsync();
        var before = world.Ledger.Count;
        var again = await world.Alice.OpenAsync(world.Authorize());
        Assert.That(again.Given("code"), Is.Not.Null);
        Assert.That(world.Seen(before), Is.EqualTo("contoso:sign-in"));
    }

    [Test]
    public async Task A_rolling_session_is_extended_only_once_the_provider_has_answered()
    {
        await using var world = await FederatedWorld.StartAsync(
            new SessionSettings(SessionExpiryType: ExpiryType.Rolling, SessionExpiryInSeconds: 1200),
            providers: ("contoso", FederatedWorld.Standard()));
        await world.SignInAsync();

        world.Clock.Move(TimeSpan.FromMinutes(15));
        await world.Alice.GoAsync(world.Authorize()); // Leaves for the provider and never arrives there.
        world.Clock.Move(TimeSpan.FromMinutes(6));
        Assert.That((await world.Alice.OpenAsync(world.Authorize())).Marker, Is.EqualTo("sign-in"),
            "the session ended after twenty minutes");

        await world.Alice.FollowAsync(await world.LeaveForAsync());
        world.Clock.Move(TimeSpan.FromMinutes(15));
        Assert.That((await world.Alice.OpenAsync(world.Authorize())).Given("code"), Is.Not.Null);
        world.Clock.Move(TimeSpan.FromMinutes(15));
        Assert.That((await world.Alice.OpenAsync(world.Authorize())).Given("code"), Is.Not.Null, "fifteen minutes after its last use");
    }

    [Test]
    public async Task Another_user_at_the_provider_gets_a_session_of_their_own()
    {
        await using var world = await FederatedWorld.StartAsync();
        await world.SignInAsync();
        var alices = world.Alice.Cookies(world.LoginHost).Sso!.Value;

        world.Alice.Cookies("contoso.localhost").Clear();
        var asked = await world.Alice.OpenAsync(world.Authorize());
        Assert.That(await world.TypeAsync(asked, "bob"), Has.Property("Host").EqualTo("groceries.localhost"));
        Assert.That(world.Alice.Cookies(world.LoginHost).Sso!.Value, Is.Not.EqualTo(alices));
    }

    [Test]
    public async Task Prompt_none_asks_the_provider_silently_and_tells_the_app_when_it_would_have_to_ask()
    {
        await using var world = await FederatedWorld.StartAsync();
        Assert.That((await world.Alice.OpenAsync(world.Authorize("&prompt=none"))).Given("error"), Is.EqualTo("interaction_required"),
            "no session at all");
        await world.SignInAsync();
        Assert.That((await world.Alice.OpenAsync(world.Authorize("&prompt=none"))).Given("code"), Is.Not.Null);

        world.Alice.Cookies("contoso.localhost").Clear();
        var refused = await world.Alice.OpenAsync(world.Authorize("&prompt=none"));
        Assert.That(refused.Given("error"), Is.EqualTo("interaction_required"));
        Assert.That(refused.Given("error_description"), Does.Contain("AADB2C90077"));
    }

    [Test]
    public async Task Prompt_login_makes_the_provider_ask_although_it_has_a_session()
    {
        await using var world = await FederatedWorld.StartAsync();
        await world.SignInAsync();
        var there = await world.Alice.FollowAsync(await world.LeaveForAsync(more: "&prompt=login"));
        Assert.That(there.Marker, Is.EqualTo("provider-sign-in"));
    }

    [Test]
    public async Task Saying_no_at_the_provider_reaches_the_app()
    {
        await using var world = await FederatedWorld.StartAsync();
        var page = await world.Alice.FollowAsync(await world.LeaveForAsync());
        var back = await world.Alice.FollowAsync(await world.Alice.SendAsync(page,
            (IHtmlFormElement)page.Page!.QuerySelector("#provider-form")!, ("action", "cancel")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(back.Given("error"), Is.EqualTo("access_denied"));
            Assert.That(back.Given("error_description"), Does.StartWith("AADB2C90273"));
            Assert.That(world.Alice.Cookies(world.LoginHost).Sso, Is.Null);
        }
    }

    [Test]
    public async Task A_second_factor_is_asked_for_after_the_provider_has_answered_and_remembered()
    {
        await using var world = await FederatedWorld.StartAsync(secondFactor: true);
        var page = await world.SignInAsync();
        Assert.That(page.Host, Is.EqualTo(world.LoginHost));
        Assert.That(page.Page!.QuerySelector("#otpCode"), Is.Not.Null, page.Text);
        Assert.That(world.Alice.Cookies(world.LoginHost).Sso, Is.Null, "the session begins after the code");
    }

    [Test]
    public async Task Federated_accounts_have_no_password_here()
    {
        await using var world = await FederatedWorld.StartAsync();
        await world.SignInAsync();
        using var visitor = new Visitor(world.Clock);
        var page = await visitor.OpenAsync(world.Authorize());
        var typed = await visitor.TypeAsync(world.Server.Origin, page, "contoso-alice-7f3a", "alice-at-contoso-1");
        Assert.That(typed.GetProperty("errorCode").GetString(), Is.EqualTo("AADB2C90053"));
    }
}
