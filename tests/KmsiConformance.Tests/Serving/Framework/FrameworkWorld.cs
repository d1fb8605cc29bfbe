using KmsiConformance.Serving;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace KmsiConformance.Tests.Serving.Framework;

/// <summary>A served reference, an app of the framework's that is registered there, and somebody with a browser.</summary>
internal sealed record FrameworkWorld(Shop Shop, ServedReference Served, Person Person) : IAsyncDisposable
{
    public static async Task<FrameworkWorld> StartAsync(
        string profile, string recipe, string browser, Action<OpenIdConnectOptions>? change)
    {
        var shop = await Shop.StartAsync(change);
        var served = await ServedReference.StartAsync(new ServeOptions
        {
            Readings = KnownProfiles.Readings(profile),
            RedirectUris = [shop.Origin + "/signin-oidc", shop.Origin + "/signout-callback-oidc"],
            LogoutUrl = shop.Origin + "/signout-oidc",
            BackChannelLogoutUri = shop.Origin + "/told",
        });
        shop.Trust(StartReport.Of(served));
        return new FrameworkWorld(shop, served, await Person.StartAsync(browser, recipe));
    }

    public async ValueTask DisposeAsync()
    {
        await Person.DisposeAsync();
        await Served.DisposeAsync();
        await Shop.DisposeAsync();
    }
}
