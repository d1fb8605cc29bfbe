using KmsiConformance.IdentityProviders;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Suite;
using KmsiConformance.Worlds.Providers;

namespace KmsiConformance.Worlds.Targets;

/// <summary>
/// The built-in reference login endpoint. Each world gets one of its own, with the policy its scenario asks for; from
/// then on it is spoken to over HTTP like any other.
/// </summary>
/// <param name="behaves">The profile that it behaves by; mostly the one that judges.</param>
/// <param name="fault">The fault it is started with; null for none.</param>
/// <param name="scenarios">The scenarios folder, to which policy files are relative.</param>
public sealed class ReferenceTargetKind(string behaves, string? fault, string scenarios) : ITargetKind
{
    /// <summary>Policy id of policies made from a scenario's settings.</summary>
    private const string MadePolicyId = "B2C_1A_scenario";

    // Appended to a policy's id to name the second one.
    private const string OtherPolicy = "_other";

    private const string Tenant = "kmsidemo.onmicrosoft.com";

    public string Name => "reference";

    public string Kind => "reference";

    public string? Behaves => behaves;

    public string? Fault => fault;

    public IReadOnlyList<string> LeftOut(IEnumerable<Scenario> scenarios) =>
        [.. scenarios.Where(scenario => scenario.Policy.File is not null).Select(scenario => scenario.Policy).DistinctBy(policy => policy.File)
            .SelectMany(policy => LeftOutParts.Of(Read(policy, []), behaves)).Select(part => part.What).Distinct(StringComparer.Ordinal)];

    public Task<ITarget> StartAsync(TimeProvider clock, PolicyRequest policy, IReadOnlyList<RegisteredApp> apps, CancellationToken cancellation) =>
        StartAsync(clock, policy, apps, [], cancellation);

    public async Task<ITarget> StartAsync(
        TimeProvider clock, PolicyRequest policy, IReadOnlyList<RegisteredApp> apps, IReadOnlyList<OfferedProvider> providers, CancellationToken cancellation)
    {
        var common = new ReferenceOptions
        {
            Clock = clock,
            Profile = behaves,
            Fault = fault,
            Tenant = Tenant,
            PolicyKeys = providers.ToDictionary(provider => provider.Written.SecretStorage, provider => provider.ClientSecret, StringComparer.Ordinal),
            Apps = [.. apps.Select(app => new AppRegistration(app.ClientId, app.Name, app.RedirectUris, app.LogoutUrl))],
        };
        if (behaves == ReferenceProfiles.AzureAdJune2020)
            return new EntraTarget(await ReferenceServer.StartAsync(common with { Entra = EntraTarget.Settings(policy.Tenant) }, cancellation), policy.Tenant);

        var read = Read(policy, providers);
        var server = await ReferenceServer.StartAsync(common with { Policies = [read, read with { PolicyId = read.PolicyId + OtherPolicy }] }, cancellation);
        return new ReferenceTarget(server, read, behaves);
    }

    /// <summary>A user of the built-in tenant by the name that scenarios use.</summary>
    /// <exception cref="UnknownUserException">There is no such user.</exception>
    internal static TargetUser StandardUser(string name)
    {
        var user = ReferenceUsers.Standard.FirstOrDefault(user => user.UserName.Split('@')[0] == name)
            ?? throw new UnknownUserException(name, ReferenceUsers.Standard.Select(known => known.UserName.Split('@')[0]));
        return new TargetUser(user.UserName, user.Password);
    }

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
            settings, MadePolicyId, Tenant, policy.OffersKeepMeSignedIn, behaves, Issuer(policy.TokenIssuer), providers: [.. providers.Select(provider => provider.Written)]);
        return PolicyReader.Parse(xml, MadePolicyId + ".xml");
    }

    private static IssuerForm Issuer(string word) => word switch
    {
        "no-protocol" => IssuerForm.NoProtocol,
        "no-session-profile" => IssuerForm.NoSessionProfile,
        _ => IssuerForm.RemembersApps,
    };

    private sealed class ReferenceTarget(ReferenceServer server, CustomPolicy policy, string behaves) : ITarget
    {
        public string Authority => new Uri(server.Origin).Authority;

        public string MetadataAddress => server.Discovery(policy.PolicyId);

        public string OtherMetadataAddress => server.Discovery(policy.PolicyId + OtherPolicy);

        public ProviderClient ClientAt(OfferedProvider provider) =>
            new(provider.ClientId, provider.ClientSecret, [server.ProviderCallback], server.ServiceProviderMetadata(policy.PolicyId, provider.Written.TechnicalProfile));

        public TargetPolicy Policy => new(
            policy.Settings.Session,
            policy.Settings.KeepAliveInDays is null ? null : policy.Settings.KeepAlive,
            policy.KmsiOffered(behaves) && policy.Settings.KeepAlive > TimeSpan.Zero,
            policy.Settings.ToString());

        public TargetUser User(string name) => StandardUser(name);

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
