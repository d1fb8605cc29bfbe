using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Sites;
using KmsiConformance.Targets;
using KmsiConformance.ThirdParties;

namespace KmsiConformance.Worlds;

/// <summary>What a world is put together from. Whatever was started is taken down again, in the reverse order.</summary>
internal sealed record WorldParts(
    WorldClock Clock,
    WorldLedger Ledger,
    SiteRoles Sites,
    PageSigns Signs,
    TimeSpan QuietPageLimit,
    Pictures? Pictures,
    IReadOnlyDictionary<string, RelyingParty> Apps,
    LoopbackServer AppServer,
    IReadOnlyList<LoginEndpoint> Logins,
    ITarget Target,
    IReadOnlyList<Device> Devices,
    BrowserClock BrowserClock) : IAsyncDisposable
{
    /// <summary>Real time in which a page has to come to rest, on the machine as it is now.</summary>
    public TimeSpan PageLimit => CpuPressure.Stretched(QuietPageLimit);

    /// <summary>The identity providers, by name; they live on the apps' server.</summary>
    public IReadOnlyDictionary<string, IdentityProviderSite> Providers { get; init; } =
        new Dictionary<string, IdentityProviderSite>(StringComparer.Ordinal);

    /// <summary>What everybody but the browsers takes for the time.</summary>
    public required WorldClocks Clocks { get; init; }

    /// <summary>The third parties that answer as a script says.</summary>
    public IReadOnlyList<ScriptedSite> ThirdParties { get; init; } = [];

    /// <summary>The recipe's selectors for the button of an identity provider, with a place for the exchange's id.</summary>
    public IReadOnlyList<string> ProviderButton { get; init; } = [];

    /// <summary>The recipe's file, as messages show it.</summary>
    public required string RecipeFile { get; init; }

    /// <summary>What the stranger's site shows.</summary>
    public required StrangersPages Stranger { get; init; }

    /// <summary>What the scenario needs of browsers.</summary>
    public required BrowserConditions Conditions { get; init; }

    /// <summary>Keeps the target's accounts from harm.</summary>
    public required SignInCare Care { get; init; }

    /// <summary>Where the target came from; given back when all else is gone.</summary>
    public required ITargetPlace Place { get; init; }

    /// <summary>The login endpoint as SAML apps use it.</summary>
    public SamlLogin? SamlLogin { get; init; }

    public async ValueTask DisposeAsync()
    {
        SamlLogin?.Dispose();
        foreach (var device in Devices) await device.Browser.DisposeAsync();
        BrowserClock.Dispose();
        await AppServer.DisposeAsync();
        foreach (var login in Logins) login.Dispose();
        await Target.DisposeAsync();
        foreach (var party in ThirdParties) await party.DisposeAsync();
        await Place.DisposeAsync();
    }
}
