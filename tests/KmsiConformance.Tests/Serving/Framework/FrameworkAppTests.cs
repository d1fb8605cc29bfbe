using System.Globalization;
using KmsiConformance.Tests.Browsers;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving.Framework;

/// <summary>
/// The framework's own OpenID Connect handler, of which nothing was written here, at every product of the reference: what
/// it refuses or lacks is a defect of ours.
/// </summary>
[TestFixture("oidc", "oidc", AnyBrowser.Simulated)]
[TestFixture("oidc", "oidc", AnyBrowser.HeadlessShell)]
[TestFixture(B2cProfile.Default, "b2c", AnyBrowser.Simulated)]
[TestFixture(B2cProfile.Default, "b2c", AnyBrowser.HeadlessShell)]
[TestFixture(KnownProfiles.AzureAdJune2020, "azure-ad", AnyBrowser.Simulated)]
[TestFixture(KnownProfiles.AzureAdJune2020, "azure-ad", AnyBrowser.HeadlessShell)]
[Category("Browser")]
internal sealed class FrameworkAppTests(string profile, string recipe, string browser)
{
    [TestCase(OpenIdConnectResponseMode.Query)]
    [TestCase(OpenIdConnectResponseMode.FormPost)]
    public async Task The_handler_accepts_what_a_sign_in_gives(string mode)
    {
        await using var world = await StartAsync(options =>
        {
            options.ResponseMode = mode;
            options.GetClaimsFromUserInfoEndpoint = recipe == "oidc";
        });
        var page = await world.Person.SignInAsync(world.Shop.Origin, keep: false);
        Assert.That(page.Url, Is.EqualTo(world.Shop.Origin + "/"), page.Message);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(world.Shop.Refused, Is.Empty);
            Assert.That(world.Shop.Accepted, Has.Count.EqualTo(1));
            Assert.That(world.Shop.Accepted.Single().FindFirst("sub")?.Value, Is.Not.Empty);
            Assert.That(world.Shop.Accepted.Single().FindFirst("name")?.Value, Is.EqualTo(Person.DisplayName));
            Assert.That(world.Shop.Tokens.Keys, Is.SupersetOf(new[] { "access_token", "id_token", "expires_at" }));
            Assert.That((await world.Person.OpenAsync(world.Shop.Origin + "/who")).Title, Is.EqualTo("somebody"));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Who_stays_signed_in_comes_in_silently_after_a_restart(bool keep)
    {
        await using var world = await StartAsync();
        await world.Person.SignInAsync(world.Shop.Origin, keep);
        await world.Person.RestartAsync();
        Assert.That((await world.Person.OpenAsync(world.Shop.Origin + "/who")).Title, Is.EqualTo("nobody"));
        var again = await world.Person.OpenAsync(world.Shop.Origin);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Url.StartsWith(world.Shop.Origin, StringComparison.Ordinal), Is.EqualTo(keep), again.Url);
            Assert.That(world.Shop.Accepted, Has.Count.EqualTo(keep ? 2 : 1));
            Assert.That(world.Shop.Accepted.Select(known => known.FindFirst("sub")?.Value).Distinct().Count(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_sign_out_comes_back_with_its_state_and_ends_the_session()
    {
        await using var world = await StartAsync();
        await world.Person.SignInAsync(world.Shop.Origin, keep: true);
        var page = await world.Person.OpenAsync(world.Shop.Origin + "/sign-out");
        Assert.That(page.Url, Is.EqualTo(world.Shop.Origin + "/bye"), page.Message);
        Assert.That(world.Shop.Hints, Is.EqualTo(new[] { world.Shop.Tokens["id_token"] }));
        var cameBack = new Uri(world.Shop.Origin + world.Shop.CameBack.Single());
        Assert.That(QueryHelpers.ParseQuery(cameBack.Query)["state"].Single(), Is.Not.Empty);
        Assert.That((await world.Person.OpenAsync(world.Shop.Origin)).Url, Does.StartWith(world.Served.Login.Origin));
    }

    [Test]
    public async Task A_sign_out_at_another_app_reaches_it()
    {
        // The handler compares an issuer that it keeps; by default it drops the claim. B2C says neither issuer nor session.
        await using var world = await StartAsync(IsB2c ? null : options => options.ClaimActions.Remove("iss"));
        await world.Person.SignInAsync(world.Shop.Origin, keep: false);
        var other = world.Served.AppOrigins["groceries"];
        Assert.That((await world.Person.OpenAsync(other + "/")).Url, Does.StartWith(other));
        Assert.That((await world.Person.OpenAsync(world.Shop.Origin + "/who")).Title, Is.EqualTo("somebody"));
        if (!IsB2c)
        {
            await world.Person.OpenAsync($"{world.Shop.Origin}/signout-oidc?iss={world.Served.Login.Issuer}&sid=another");
            Assert.That((await world.Person.OpenAsync(world.Shop.Origin + "/who")).Title, Is.EqualTo("somebody"), "another's session");
        }

        await world.Person.OpenAsync(other + "/sign-out");
        Assert.That((await world.Person.OpenAsync(world.Shop.Origin + "/who")).Title, Is.EqualTo("nobody"));
    }

    [Test]
    public async Task A_silent_request_without_a_session_is_refused()
    {
        await using var world = await StartAsync();
        Assert.That((await world.Person.OpenAsync(world.Shop.SilentPage)).Title, Is.EqualTo("refused"));
        var refused = world.Shop.Refused.Single();
        Assert.That(refused, Is.InstanceOf<OpenIdConnectProtocolException>());
        Assert.That(refused.Data["error"], Is.EqualTo(IsB2c ? "interaction_required" : "login_required"));
    }

    [Test]
    public async Task A_silent_request_in_a_session_shows_nothing()
    {
        await using var world = await StartAsync();
        await world.Person.SignInAsync(world.Served.AppOrigins["groceries"] + "/", keep: false);
        Assert.That((await world.Person.OpenAsync(world.Shop.SilentPage)).Title, Is.EqualTo("somebody"));
    }

    [Test]
    public async Task A_maximum_age_is_heeded_and_the_time_of_the_sign_in_is_told()
    {
        await using var world = await StartAsync(options => options.MaxAge = TimeSpan.FromMinutes(4));
        var before = world.Served.Clock.GetUtcNow().ToUnixTimeSeconds();
        await world.Person.SignInAsync(world.Served.AppOrigins["groceries"] + "/", keep: true);
        var after = world.Served.Clock.GetUtcNow().ToUnixTimeSeconds();
        world.Served.Clock.TryMove(TimeSpan.FromMinutes(3));
        await world.Person.OpenAsync(world.Shop.Origin);
        var told = world.Shop.Accepted.Single().FindFirst("auth_time")!.Value;
        Assert.That(long.Parse(told, CultureInfo.InvariantCulture), Is.InRange(before, after));

        await world.Person.RestartAsync();
        world.Served.Clock.TryMove(TimeSpan.FromMinutes(2));
        var late = await world.Person.OpenAsync(world.Shop.Origin);
        Assert.That(late.Url, Does.StartWith(world.Served.Login.Origin));
        Assert.That(late.AsksForCredentials);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_session_is_kept_for_days_that_the_app_must_forgive(bool forgives)
    {
        await using var world = await StartAsync(options =>
        {
            if (forgives) options.TokenValidationParameters.ClockSkew = TimeSpan.FromDays(400);
        });
        await world.Person.SignInAsync(world.Shop.Origin, keep: true);
        await world.Person.RestartAsync();
        world.Served.Clock.TryMove(TimeSpan.FromDays(20));
        var again = await world.Person.OpenAsync(world.Shop.Origin);

        // Tokens of a plain provider do not say from when on they are good.
        var accepted = forgives || recipe == "oidc";
        Assert.That(again.Url, Is.EqualTo(world.Shop.Origin + (accepted ? "/" : "/refused")));
        Assert.That(
            world.Shop.Refused.Select(refused => refused.GetBaseException().GetType()),
            Is.EqualTo(accepted ? Array.Empty<Type>() : [typeof(SecurityTokenNotYetValidException)]));
    }

    [Test]
    public async Task A_refresh_token_is_given_to_whom_it_is_asked_for_and_works()
    {
        await using var world = await StartAsync(options => options.Scope.Add("offline_access"));
        await world.Person.SignInAsync(world.Shop.Origin, keep: false);
        Assert.That((await world.Shop.KnownAsync()).ScopesSupported, Does.Contain("offline_access"));
        var renewed = await world.Shop.RefreshAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(renewed.Error, Is.Null, renewed.ErrorDescription);
            Assert.That(renewed.AccessToken, Is.Not.Null);
            Assert.That(renewed.RefreshToken, Is.Not.Null.And.Not.EqualTo(world.Shop.Tokens["refresh_token"]));
        }
    }

    private bool IsB2c => recipe == "b2c";

    private Task<FrameworkWorld> StartAsync(Action<OpenIdConnectOptions>? change = null) =>
        FrameworkWorld.StartAsync(profile, recipe, browser, change);
}
