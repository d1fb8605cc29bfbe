using System.Security.Cryptography;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Mutants;
using KmsiConformance.Suite;

namespace KmsiConformance.Targets.Reference;

/// <summary>
/// The built-in reference login endpoint. Each world gets one of its own, with the policy its scenario asks for; from
/// then on it is spoken to over HTTP like any other.
/// </summary>
/// <param name="behaves">The reading that it behaves by; mostly the one that judges.</param>
/// <param name="faults">The faults it is started with, which must go together; null for none.</param>
/// <param name="scenarios">The scenarios folder, to which policy files are relative.</param>
public sealed class ReferenceTargetKind(Readings behaves, IReadOnlyList<string>? faults, string scenarios) : ITargetKind
{
    /// <summary>Policy id of policies made from a scenario's settings.</summary>
    private const string MadePolicyId = "B2C_1A_scenario";

    // Appended to a policy's id to name the second one.
    private const string OtherPolicy = "_other";

    // The one for SAML apps: a policy's relying party speaks one protocol only.
    private const string SamlPolicy = "_saml";

    // Where a service is, when only whether it is anywhere matters.
    private const string SomeOrigin = "https://service.localhost";

    private const string Tenant = "kmsidemo.onmicrosoft.com";

    /// <summary>Who watches what the reference decides in a scenario; null where nobody does.</summary>
    public Func<Scenario, DecisionWatch>? Watch { get; init; }

    public string Name => "reference";

    public string Kind => "reference";

    public string? Behaves => behaves.Profile;

    public string? Fault => faults is { Count: > 0 } ? string.Join(", ", faults) : null;

    public SignInCare Care { get; } = SignInCare.None();

    public Recipe? Recipe => null;

    public IReadOnlyList<string> NotPlayed(IEnumerable<Scenario> scenarios) =>
        [.. scenarios.Where(scenario => scenario.Policy.File is not null)
            .DistinctBy(scenario => (scenario.Policy.File, string.Join(' ', Played(scenario))))
            .SelectMany(scenario => UnsupportedParts.Of(
                Read(scenario.Policy, []), behaves,
                new ServiceHosts { ByProfile = Played(scenario).ToDictionary(id => id, _ => SomeOrigin, StringComparer.Ordinal) }))
            .Select(part => part.What)
            .Distinct(StringComparer.Ordinal)];

    public string? WhyNot(Scenario scenario) =>
        UnplayedSettings.Of(scenario, behaves.Product).FirstOrDefault() is { } setting
            ? $"The scenario sets {setting}, which the reference does not have while it behaves by {behaves}."
            : behaves.Product == LoginProduct.B2c ? null
            : scenario.Providers.Count > 0 ? $"The reference offers no identity providers while it behaves by {behaves}."
            : scenario.Apps.Values.Any(app => app.IsSite != IsSite)
                ? $"The reference is {(IsSite ? "a site and no login endpoint of apps" : "no site of its own")} "
                    + $"while it behaves by {behaves}."
            : scenario.Apps.Values.Any(app => app.Kind == "saml" != SpeaksSamlAlone)
                ? $"The reference speaks {(SpeaksSamlAlone ? "nothing but" : "no")} SAML while it behaves by {behaves}."
            : scenario.PlayedServices.Any() ? $"The reference calls no services while it behaves by {behaves}."
            : null;

    public Task PrepareAsync(string? evidence, Action<string> say, CancellationToken cancellation) => Task.CompletedTask;

    // Each world gets a server of its own, wherever its apps stand.
    public Task<ITargetPlace> TakeAsync(Scenario scenario, CancellationToken cancellation) =>
        Task.FromResult<ITargetPlace>(new OwnServer(this, scenario));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal async Task<ITarget> StartAsync(TargetRequest asked, DecisionWatch? watch, CancellationToken cancellation)
    {
        var (clock, policy, apps, providers) = asked;
        var common = new ReferenceOptions
        {
            Clock = clock,
            Readings = policy.WithoutKmsi == "cookie-removed" ? behaves.With("C-20", "cookie-removed") : behaves,
            Faults = faults ?? [],
            Watch = watch,
            Patience = asked.WaitsInVain ? TargetRequest.NoAnswer : ReferenceOptions.StandardPatience,
            Tenant = Tenant,
            Services = new ServiceHosts { ByProfile = asked.Services },
            PolicyKeys = providers.ToDictionary(provider =>
                WrittenProviders.Of(provider).SecretStorage, provider => provider.ClientSecret, StringComparer.Ordinal),
            Apps = [.. apps.Select(app =>
                new AppRegistration(app.ClientId, app.Name, app.RedirectUris, app.LogoutUrl, app.ClientSecret)
                {
                    BackChannelLogoutUri = app.BackChannelLogoutUri,
                    SamlMetadata = app.SamlMetadata,
                    SinglePage = app.SinglePage,
                })],
        };
        if (behaves.Product == LoginProduct.AzureAd)
            return new AzureAdTarget(
                await ReferenceServer.StartAsync(common with { AzureAd = AzureAdTarget.Settings(policy.Tenant) }, cancellation),
                policy.Tenant);

        if (IsSite)
        {
            var settings = SiteTarget.Settings(policy, apps.Select(app => app.Name));
            return new SiteTarget(await ReferenceServer.StartAsync(common with { Web = settings, Apps = [] }, cancellation), settings);
        }

        var read = Read(policy, providers);
        var other = policy.Other is { } differs ? Read(differs, providers) : read;
        List<CustomPolicy> policies = [read, other with { PolicyId = read.PolicyId + OtherPolicy }];
        if (apps.Any(app => app.SamlMetadata is not null))
            policies.Add(PolicyReader.Parse(
                PolicyWriter.WriteForSaml(read, read.PolicyId + SamlPolicy), read, read.PolicyId + SamlPolicy + ".xml") with
            {
                Settings = read.Settings,
            });
        var server = await ReferenceServer.StartAsync(common with { Policies = policies }, cancellation);
        return new ReferenceTarget(server, policies, Reading);
    }

    /// <summary>A user of the built-in tenant by the name that scenarios use.</summary>
    /// <exception cref="UnknownUserException">There is no such user.</exception>
    internal static TargetUser StandardUser(string name)
    {
        var user = ReferenceUsers.Standard.FirstOrDefault(user => user.UserName.Split('@')[0] == name)
            ?? throw new UnknownUserException(name, ReferenceUsers.Standard.Select(known => known.UserName.Split('@')[0]));
        return new TargetUser(user.UserName, user.Password) { OneTimeCode = user.Authenticator.At };
    }

    private bool IsSite => behaves.Product == LoginProduct.Web;

    private bool SpeaksSamlAlone => behaves.Product == LoginProduct.Saml;

    // What stands for a policy of another product is written as the latest documents write it.
    private Readings Reading => behaves.Product == LoginProduct.B2c ? behaves : behaves.With("C-05", "metadata");

    private CustomPolicy Read(PolicyRequest policy, IReadOnlyList<OfferedProvider> providers)
    {
        if (policy.File is { } file) return PolicyReader.Read(Path.Combine(scenarios, file));
        var settings = new SessionSettings(
            Enum.Parse<SsoScope>(policy.Scope, ignoreCase: true),
            policy.KeepAliveInDays,
            policy.Expiry == "unset" ? null : Enum.Parse<ExpiryType>(policy.Expiry, ignoreCase: true),
            (int)policy.Session.TotalSeconds,
            policy.RequireIdTokenHint);
        var xml = PolicyWriter.Write(
            settings, MadePolicyId, Tenant, policy.OffersKeepMeSignedIn, Reading, Issuer(policy.TokenIssuer), policy.SecondFactor,
            [.. providers.Select(WrittenProviders.Of)]);
        var read = PolicyReader.Parse(xml, MadePolicyId + ".xml");

        // No policy can say these, and no scenario of B2C does.
        return read with { Settings = read.Settings with { Maximum = policy.Maximum, KeepAliveMaximum = policy.KeepAliveMaximum } };
    }

    private static IEnumerable<string> Played(Scenario scenario) => scenario.PlayedServices.Select(party => party.Plays);

    private static IssuerDeclaration Issuer(string word) => word switch
    {
        "no-protocol" => IssuerDeclaration.NoProtocol,
        "no-session-profile" => IssuerDeclaration.NoSessionProfile,
        _ => IssuerDeclaration.RemembersApps,
    };

    private sealed class OwnServer(ReferenceTargetKind kind, Scenario scenario) : ITargetPlace
    {
        public TimeSpan Ahead => TimeSpan.Zero;

        public bool IsInThisProcess => true;

        public IReadOnlyDictionary<string, Apps.AppPlace>? Apps => kind.IsSite
            ? scenario.Apps.Keys.ToDictionary(app => app, SiteTarget.PlaceOf, StringComparer.Ordinal)
            : null;

        private readonly Dictionary<string, string> _secrets = scenario.Apps.Where(app => app.Value.Confidential)
            .ToDictionary(app => app.Key, _ => Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), StringComparer.Ordinal);

        // The reference registers whoever comes, under its own name and, unless the scenario says otherwise, as a public client. An
        // entity id is a URI and no address: it becomes part of a cookie's name under scope Application.
        public AppCredentials CredentialsOf(string app) =>
            new(scenario.Apps[app].Kind == "saml" ? $"urn:kmsi-app:{app}" : app, _secrets.GetValueOrDefault(app));

        public Task<ITarget> StartAsync(TargetRequest asked, CancellationToken cancellation) =>
            kind.StartAsync(asked, kind.Watch?.Invoke(scenario), cancellation);

        // The server ends with the target.
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
