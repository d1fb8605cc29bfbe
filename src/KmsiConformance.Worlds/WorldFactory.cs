using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Sites.InMemory;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Targets;
using KmsiConformance.ThirdParties;
using KmsiConformance.Worlds.Providers;
using KmsiConformance.Worlds.Recipes;

namespace KmsiConformance.Worlds;

/// <summary>Makes worlds with the browser and clock that the preflight found.</summary>
/// <param name="ready">What the preflight found.</param>
/// <param name="target">The target that every world gets one of.</param>
/// <param name="recipe">How to operate its pages.</param>
/// <param name="folder">Where pictures go; null takes none.</param>
/// <param name="pageLimit">Real time in which a page has to come to rest.</param>
public sealed class WorldFactory(
    ReadyBrowser ready, ITargetKind target, Recipe recipe, RunFolder? folder, TimeSpan pageLimit) : IWorldFactory
{
    public ITargetKind Target => target;

    public BrowserRecord Browser => ready.Browser with
    {
        Conditions = ready.Proven?.Answers is { Count: > 0 } answers
            ? [.. answers.Select(answer => new ConditionRecord(answer.Condition, answer.Holds, answer.Saw, answer.Program))] : null,
    };

    public ClockRecord Clock => ready.Clock;

    public string? ThirdPartyCookies => ready.ThirdPartyCookies?.ToString().ToLowerInvariant() ?? "as-shipped";

    public string? WhyInapplicable(Scenario scenario) =>
        target.WhyNot(scenario) ?? World.WhyNotOff(scenario, ready.Clock.Mode) ?? World.WhyNoStorage(scenario, ready)
        ?? ready.WhyNot(BrowserConditions.Of(scenario, ready.ThirdPartyCookies));

    public async Task<Unproven?> WhyUnprovenAsync(Scenario scenario, CancellationToken cancellation)
    {
        if (ready.Proven is not { } proven) return null;
        return await proven.WhyNotAsync(BrowserConditions.Of(scenario, ready.ThirdPartyCookies), cancellation) switch
        {
            null => null,
            { Holds: false } other => new Unproven(
                Verdict.Inapplicable,
                $"This {ready.Browser.Name} does not do what the scenario relies on, '{other.Condition}': {other.Saw}. Something has "
                + "set it otherwise: a program around it, a policy of this machine, or its version."
                + (scenario.ThirdPartyCookies is null && ready.ThirdPartyCookies is not null && other.IsThirdParty
                    ? " --third-party-cookies as-shipped runs it with whatever the browser does." : "")),
            { } unseen => new Unproven(
                Verdict.CantTell,
                $"Whether this {ready.Browser.Name} does what the scenario relies on, '{unseen.Condition}', could not be seen: "
                + $"{unseen.Saw.TrimEnd('.')}."),
        };
    }

    public async Task<World> CreateAsync(
        Scenario scenario, Action<Event> onEvent, CancellationToken cancellation, WorldState? parked = null, TimeSpan? limit = null)
    {
        // Others may sit out days there first.
        var place = await target.TakeAsync(scenario, cancellation);
        using var budget = new StepBudget(limit ?? Timeout.InfiniteTimeSpan, TimeSpan.Zero, cancellation);
        try
        {
            return await CreateAsync(scenario, place, onEvent, parked, budget.Token);
        }
        catch (OperationCanceledException late) when (budget.Token.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            await place.DisposeAsync();
            throw new TimeoutException(
                $"it was not ready within {budget.Time.TotalSeconds:0} s of real time. On a machine that is this slow, give fewer "
                + "--workers or a longer --step-limit.", late);
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    private async Task<World> CreateAsync(
        Scenario scenario, ITargetPlace place, Action<Event> onEvent, WorldState? parked, CancellationToken cancellation)
    {

        // Where the target is in this process too, nobody has any other clock.
        var clock = new WorldClock(place.Ahead, stands: ready.TimeIsVirtual && place.IsInThisProcess && !scenario.RealTime);
        var ledger = new WorldLedger(scenario.Id, clock, onEvent);
        if (parked is not null) ledger.Restore(parked.Events);
        var clocks = new WorldClocks(clock);
        var browserClock = scenario.RealTime ? new RealBrowserClock(clock) : ready.MakeClock(clock);
        var places = scenario.Apps.Keys.ToDictionary(
            app => app, app => place.Apps?.GetValueOrDefault(app) ?? new AppPlace(), StringComparer.Ordinal);
        var apps = scenario.Apps.ToDictionary(
            app => app.Key,
            app => RelyingParty.Of(
                Options(app.Key, app.Value, place.CredentialsOf(app.Key), places[app.Key]) with { Leeway = Leeway(scenario) }, ledger,
                clocks.Apps),
            StringComparer.Ordinal);

        var providers = scenario.Providers.ToDictionary(
            named => named.Key, named => OfferedProviders.Make(named.Key, named.Value, ledger, clocks.Providers), StringComparer.Ordinal);

        // A target outside this process can only call apps that listen.
        using var inMemory = ready.VisitsInMemory && place.IsInThisProcess ? InMemorySites.Begin() : null;
        var started = new Stack<IAsyncDisposable>();
        try
        {
            var stranger = new StrangersPages();
            var appServer = await AppServer.StartAsync(places, apps.Values, providers.Values, stranger, ledger, clock, cancellation);
            started.Push(appServer);
            string? siteOrigin = null;
            string OriginOf(string app) =>
                places[app].Origin ?? (places[app].OnSite is null ? null : siteOrigin) ?? appServer.Origin(app);

            foreach (var provider in providers.Values) provider.MoveTo(appServer.Origin(provider.Name));
            var parties = ThirdParties(scenario, providers);
            foreach (var party in parties.Values) started.Push(party);
            var offered = providers.Values
                .Select(provider =>
                    OfferedProviders.Offer(
                        provider, scenario.Providers[provider.Name], parties.GetValueOrDefault(provider.Name)?.Origin)).ToList();
            List<RegisteredApp> registered = [.. apps.Values.Select(app => app.Registration(OriginOf(app.Name)))];
            foreach (var app in parked is null ? registered : [])
                ledger.Append(new AppReady(app.Name, scenario.Apps[app.Name].Kind, app.LogoutUrl is not null));
            var endpoint = await place.StartAsync(new TargetRequest(clocks.Server, scenario.Policy, registered, offered)
            {
                WaitsInVain = scenario.ThirdParties.Values.SelectMany(party => party.Mappings)
                    .Any(mapping => mapping.LongestDelay >= TargetRequest.NoAnswer),
                Services = scenario.PlayedServices.ToDictionary(
                    party => party.Plays, party => parties[party.Plays].Origin, StringComparer.Ordinal),
            }, cancellation);
            started.Push(endpoint);
            siteOrigin = endpoint.SiteOrigin;
            foreach (var provider in offered)
            {
                // Nobody is left unregistered in silence: the target would be blamed for what it was never told.
                var federation = endpoint.IdentityProviders
                    ?? throw new NotSupportedException(
                        $"The target {target.Name} was asked to offer {provider.Name} and knows no identity providers.");
                providers[provider.Name].Register(federation.ClientsAt(provider));
            }

            var patience = CpuPressure.Stretched(LoginEndpoint.UsualPatience);
            var login = new LoginEndpoint(endpoint.OpenIdConnect?.MetadataAddress, clock, patience);
            var otherLogin = new LoginEndpoint(endpoint.OpenIdConnect?.OtherMetadataAddress, clock, patience);
            var samlLogin = new SamlLogin(endpoint.Saml?.MetadataAddress, patience);
            foreach (var app in apps.Values)
            {
                app.Connect(new AppSurroundings(OriginOf(app.Name), appServer.Origin(KnownSites.Stranger), login, otherLogin)
                {
                    SamlLogin = samlLogin,
                    OtherAppsPage = apps.Keys.FirstOrDefault(name => name != app.Name) is { } other
                        ? OriginOf(other) + places[other].SignedOut
                        : null,
                });
            }

            var hosts = apps.Keys.Where(app => places[app].OnSite is null).Select(app =>
                KeyValuePair.Create(new Uri(OriginOf(app)).Host, app)).Concat(
                providers.Keys.Concat(scenario.ThirdParties.Keys).Select(site => KeyValuePair.Create($"{site}.localhost", site)));
            var sites = new SiteRoles(endpoint.LoginSites, hosts, Schemes(apps.Values));
            var conditions = BrowserConditions.Of(scenario, ready.ThirdPartyCookies) with { OnlyHosts = endpoint.OnlyHosts };
            var devices = new List<Device>();
            var firstTab = scenario.Tabs.Count == 0 ? null : scenario.Tabs[0].Name;
            foreach (var device in scenario.Devices.Select(named => named.Name).DefaultIfEmpty<string?>(null))
            {
                var cookies = new CookieWatch(ledger, sites, recipe, SessionCookies(apps.Values), browserClock.ToWorld)
                {
                    Device = device,
                    ProviderCookies = providers.ToDictionary(provider =>
                        provider.Key, provider => provider.Value.SessionCookie, StringComparer.Ordinal),
                };
                var requests = new RequestWatch(ledger, sites, cookies, conditions, device, firstTab);
                devices.Add(new Device(device, ready.MakeBrowser(browserClock, requests.See, conditions), cookies, firstTab)
                {
                    Addresses = requests.Addresses,
                });
                started.Push(devices[^1].Browser);
            }

            var world = new World(new WorldParts(
                clock, ledger, sites, recipe.PageSigns().WithProviders(providers.Count > 0), pageLimit,
                folder is null ? null : new Pictures(folder, scenario.Id), apps, appServer, [login, otherLogin], endpoint,
                devices, browserClock)
            {
                Providers = providers,
                Clocks = clocks,
                RecipeFile = recipe.File,
                ThirdParties = [.. parties.Values],
                ProviderButton = recipe.Signs.GetValueOrDefault("identity-provider", []),
                SamlLogin = samlLogin,
                Place = place,
                Care = target.Care,
                Stranger = stranger,
                Conditions = conditions,
            }) { Start = parked?.Start ?? clock.GetUtcNow() };
            await (parked is null ? world.BeginAsync(cancellation) : world.ResumeAsync(parked, cancellation));
            return world;
        }
        catch
        {
            while (started.TryPop(out var part)) await part.DisposeAsync();
            browserClock.Dispose();
            throw;
        }
    }

    // By the provider or the service that each of them plays.
    private static Dictionary<string, ScriptedSite> ThirdParties(Scenario scenario, Dictionary<string, IdentityProviderSite> providers)
    {
        var origins = providers.ToDictionary(provider => provider.Key, provider => provider.Value.Origin, StringComparer.Ordinal);
        return scenario.ThirdParties.ToDictionary(
            party => party.Value.Plays,
            party => ScriptedSite.Start(party.Key, [.. party.Value.Mappings.Select(file => new Script(file.Name, file.Text))], origins),
            StringComparer.Ordinal);
    }

    private static AppOptions Options(string name, AppRequest asked, AppCredentials credentials, AppPlace place) =>
        new(name, credentials.ClientId, asked.Session, asked.Persistent, asked.ResponseMode)
        {
            Place = place,
            ClientSecret = credentials.ClientSecret,
            Certificate = credentials.Certificate,
            Kind = asked.Kind,
            OfflineAccess = asked.OfflineAccess,
            LogoutUrl = LogoutUrlBehaviours.Of(asked.LogoutUrl),
            BackChannel = asked.BackChannel,
            BackChannelTrouble = asked.BackChannelTrouble,
            Rolling = asked.Rolling,
            Chunked = asked.Chunked,
            SameSite = asked.SameSite,
        };

    // Where all have the same clock, seconds are plenty, and a token that is dated a minute wrong is found out.
    private static TimeSpan Leeway(Scenario scenario) =>
        scenario.Steps.OfType<ClockOffStep>().Any() ? AppOptions.UsualLeeway : AppOptions.NoLeeway;

    private static Dictionary<string, string> SessionCookies(IEnumerable<RelyingParty> apps) =>
        apps.Where(app => app.SessionCookie is not null).ToDictionary(app => app.Name, app => app.SessionCookie!, StringComparer.Ordinal);

    private static Dictionary<string, string> Schemes(IEnumerable<RelyingParty> apps) =>
        apps.Where(app => app.Scheme is not null).ToDictionary(app => app.Scheme!, app => app.Name, StringComparer.Ordinal);
}
