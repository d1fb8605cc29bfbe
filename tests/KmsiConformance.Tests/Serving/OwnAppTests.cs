using KmsiConformance.Tests.Browsers;
using KmsiConformance.Tests.Serving.Framework;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

/// <summary>An app of somebody's own is told of sign-outs where it says that it wants to be.</summary>
internal sealed class OwnAppTests
{
    [Test]
    public async Task The_service_itself_tells_the_apps_server()
    {
        await using var world = await FrameworkWorld.StartAsync(KnownProfiles.OpenIdConnect, "oidc", AnyBrowser.Simulated, change: null);
        await world.Person.SignInAsync(world.Shop.Origin, keep: false);
        var other = world.Served.AppOrigins["groceries"];
        await world.Person.OpenAsync(other + "/");
        Assert.That(world.Shop.LogoutTokens, Is.Empty);
        await world.Person.OpenAsync(other + "/sign-out");
        Assert.That(world.Shop.LogoutTokens.Single().Split('.'), Has.Length.EqualTo(3));
    }
}
