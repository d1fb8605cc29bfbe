using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c.Federation;

/// <summary>What a sign-out tells the identity provider, frame by frame.</summary>
internal sealed class FederatedSignOutTests
{
    private static readonly string[] Protocols = ["openid-connect", "oauth2", "saml"];

    [TestCaseSource(nameof(Protocols))]
    public async Task The_frame_for_the_provider_ends_its_session(string protocol)
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso", FederatedWorld.Standard(protocol)));
        await world.SignInAsync();
        var (page, frames) = await SignOutAsync(world);
        var before = world.Ledger.Count;
        var inside = await world.Alice.OpenAsync(frames.Single());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Marker, Is.EqualTo("signing-out"));
            Assert.That(world.Seen(before), Is.EqualTo("contoso:sign-out contoso:sign-out"), "asked, and ended for the reason sign-out");
            Assert.That(frames.Single(), Does.Not.Contain("id_token_hint"));
            Assert.That(inside.Marker, Is.AnyOf("provider-signed-out", "sign-out-answered"));
            Assert.That(world.Alice.Cookies("contoso.localhost").Living.Select(cookie => cookie.Name), Does.Not.Contain("contoso-session"));
        }
    }

    [Test]
    public async Task A_logout_request_names_the_session_so_that_no_cookie_is_needed()
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso", FederatedWorld.Standard("saml")));
        await world.SignInAsync();
        var (_, frames) = await SignOutAsync(world);
        using var frameWithoutCookies = new Traveller(world.Clock);
        await frameWithoutCookies.OpenAsync(frames.Single());
        Assert.That((await world.Alice.FollowAsync(await world.LeaveForAsync())).Marker, Is.EqualTo("provider-sign-in"));
    }

    [Test]
    public async Task A_logout_request_that_was_changed_on_the_way_ends_nothing()
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso", FederatedWorld.Standard("saml")));
        await world.SignInAsync();
        var (_, frames) = await SignOutAsync(world);
        var unsigned = frames.Single()[..frames.Single().IndexOf("&SigAlg", StringComparison.Ordinal)];
        Assert.That((await world.Alice.OpenAsync(unsigned)).Marker, Is.EqualTo("provider-error"));
        Assert.That((await world.Alice.FollowAsync(await world.LeaveForAsync())).Given("code"), Is.Not.Null,
            "the provider still knows her");
    }

    [TestCaseSource(nameof(Protocols))]
    public async Task A_provider_that_names_no_sign_out_gets_no_frame(string protocol)
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso",
            FederatedWorld.Standard(protocol) with { EndSession = false }));
        await world.SignInAsync();
        Assert.That((await SignOutAsync(world)).Frames, Is.Empty);
    }

    [Test]
    public async Task After_a_sign_out_the_page_comes_first_and_the_provider_may_be_silent()
    {
        await using var world = await FederatedWorld.StartAsync(providers: ("contoso",
            FederatedWorld.Standard() with { SingleLogout = false }));
        await world.SignInAsync();
        await SignOutAsync(world);
        Assert.That((await world.Alice.OpenAsync(world.Authorize())).Marker, Is.EqualTo("sign-in"));
        Assert.That((await world.Alice.FollowAsync(await world.LeaveForAsync())).Given("code"), Is.Not.Null);
    }

    private static async Task<(Stop Page, IReadOnlyList<string> Frames)> SignOutAsync(FederatedWorld world)
    {
        var page = await world.Alice.GoAsync(
            $"{world.Server.Logout(FederatedWorld.Policy)}?post_logout_redirect_uri=https%3A%2F%2Fgroceries.localhost%2Fsignin");
        return (page, [.. page.Page!.QuerySelectorAll("iframe").Select(frame => frame.GetAttribute("src")!)]);
    }
}
