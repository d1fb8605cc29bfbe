using AngleSharp.Html.Dom;
using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds.Providers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c.Federation;

/// <summary>
/// A reference endpoint whose page offers identity providers, each on a site of its own, and somebody who travels between
/// them.
/// </summary>
internal sealed class FederatedWorld : IAsyncDisposable
{
    public const string Policy = "B2C_1A_signin";
    public const string App = "groceries-client";
    private const string Verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private readonly LoopbackServer _sites;

    private FederatedWorld(
        HandMovedClock clock, LoopbackServer sites, ReferenceServer server, WorldLedger ledger,
        IReadOnlyDictionary<string, IdentityProviderSite> providers)
    {
        Clock = clock;
        _sites = sites;
        Server = server;
        Ledger = ledger;
        Providers = providers;
        Alice = new Traveller(clock);
    }

    public HandMovedClock Clock { get; }

    public ReferenceServer Server { get; }

    public WorldLedger Ledger { get; }

    public IReadOnlyDictionary<string, IdentityProviderSite> Providers { get; }

    public Traveller Alice { get; }

    public string LoginHost => new Uri(Server.Origin).Host;

    /// <summary>What the providers saw, in words.</summary>
    public string Seen(int since = 0) => string.Join(' ', Ledger.Since(since).Select(happened => happened switch
    {
        ProviderAsked asked => $"{asked.Provider}:{asked.For}",
        ProviderPrompted prompted => $"{prompted.Provider}:prompt",
        ProviderSessionStarted started => $"{started.Provider}:session",
        ProviderSessionEnded ended => $"{ended.Provider}:{ended.Reason}",
        HarnessFault fault => fault.Message,
        _ => "",
    }).Where(word => word.Length > 0));

    public static async Task<FederatedWorld> StartAsync(
        SessionSettings? settings = null, string? fault = null, bool secondFactor = false,
        params (string Name, ProviderRequest Request)[] providers)
    {
        var clock = new HandMovedClock();
        var ledger = new WorldLedger("test", clock);
        var asked = (providers.Length > 0 ? providers : [("contoso", Standard())])
            .ToDictionary(provider => provider.Name, provider => provider.Request, StringComparer.Ordinal);
        var made = asked.ToDictionary(provider => provider.Key,
            provider => OfferedProviders.Make(provider.Key, provider.Value, ledger, clock), StringComparer.Ordinal);
        var sites = await LoopbackServer.StartAsync(clock, web =>
        {
            foreach (var provider in made.Values) provider.Map(web);
        });
        foreach (var provider in made.Values) provider.MoveTo(sites.Origin(provider.Name));
        var offered = made.Values.Select(provider => OfferedProviders.Offer(provider, asked[provider.Name])).ToList();
        var xml = PolicyWriter.Write(
            settings ?? B2cWorld.SevenDays, Policy, "kmsidemo.onmicrosoft.com", true, KnownProfiles.Readings(B2cProfile.December2020),
            secondFactor: secondFactor, providers: [.. offered.Select(WrittenProviders.Of)]);
        var server = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = clock,
            Readings = KnownProfiles.Default,
            Policies = [PolicyReader.Parse(xml)],
            Faults = fault is null ? [] : [fault],
            Apps = [new AppRegistration(App, "Groceries", ["https://groceries.localhost/signin"])],
            PolicyKeys = offered.ToDictionary(provider => WrittenProviders.Of(provider).SecretStorage, provider => provider.ClientSecret,
                StringComparer.Ordinal),
        });
        foreach (var provider in offered)
            made[provider.Name].Register(new ProviderClient(
                provider.ClientId, provider.ClientSecret, [server.ProviderCallback],
                server.ServiceProviderMetadata(Policy, WrittenProviders.Of(provider).TechnicalProfile)));
        return new FederatedWorld(clock, sites, server, ledger, made);
    }

    public static ProviderRequest Standard(string protocol = "openid-connect") =>
        ProviderRequest.Plain(protocol);

    public string Authorize(string more = "") =>
        $"{Server.Authorize(Policy)}?client_id={App}&response_type=code&scope=openid"
        + "&redirect_uri=https%3A%2F%2Fgroceries.localhost%2Fsignin&state=s&nonce=n"
        + $"&code_challenge={B2cWorld.Challenge(Verifier)}&code_challenge_method=S256{more}";

    /// <summary>Opens the app and chooses a provider on the page; stops where the browser is sent to the provider.</summary>
    public async Task<Stop> LeaveForAsync(string provider = "contoso", Traveller? who = null, string more = "")
    {
        var traveller = who ?? Alice;
        var page = await traveller.OpenAsync(Authorize(more));
        Assert.That(page.Marker, Is.EqualTo("sign-in"), page.Text);
        var form = (IHtmlFormElement)page.Page!.QuerySelector("form.social")!;
        return await traveller.SendAsync(page, form, ("claimsexchange", WrittenProvider.ExchangeOf(provider)));
    }

    /// <summary>Types a password into the provider's page, and goes where that leads.</summary>
    public async Task<Stop> TypeAsync(Stop page, string user = "alice", Traveller? who = null)
    {
        Assert.That(page.Marker, Is.EqualTo("provider-sign-in"), page.Text);
        var traveller = who ?? Alice;
        var provider = page.Host.Split('.')[0];
        var sent = await traveller.SendAsync(page, (IHtmlFormElement)page.Page!.QuerySelector("#provider-form")!, ("user", user),
            ("password", $"{user}-at-{provider}-1"), ("action", "sign-in"));
        return await traveller.FollowAsync(sent);
    }

    /// <summary>The whole way: opens the app, chooses, types, and is back at the app.</summary>
    public async Task<Stop> SignInAsync(string provider = "contoso", string user = "alice", Traveller? who = null)
    {
        var traveller = who ?? Alice;
        return await TypeAsync(await traveller.FollowAsync(await LeaveForAsync(provider, traveller)), user, traveller);
    }

    public async ValueTask DisposeAsync()
    {
        Alice.Dispose();
        await Server.DisposeAsync();
        await _sites.DisposeAsync();
    }
}
