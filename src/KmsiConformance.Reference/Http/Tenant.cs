using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Jose;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Federation;
using KmsiConformance.Reference.Operation;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;
using KmsiConformance.Saml;

namespace KmsiConformance.Reference.Http;

/// <summary>One tenant: what it is configured with, and everything that it remembers.</summary>
internal sealed class Tenant : IDisposable
{
    private readonly Dictionary<string, CustomPolicy> _policies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ProviderOffer> _offers = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _remembering = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TokenContent> _contents = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, AppRegistration> _apps = new(StringComparer.Ordinal);

    public Tenant(ReferenceOptions options, Conduct conduct, Dialect? dialect = null)
    {
        Dialect = dialect ?? Dialect.B2c;
        Clock = options.Clock;
        Name = options.Tenant;
        Conduct = conduct;
        Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Name)).AsSpan(0, 16)).ToString("D");
        Sessions = new SessionStore(conduct, Clock);
        SignIns = new SignInStore(Clock);
        Codes = new CodeStore(Clock);
        RoundTrips = new RoundTrips(Clock);
        PolicyKeys = options.PolicyKeys;
        SigningKey = Reference.Tokens.SigningKey.Of(options.TokenAlgorithm);
        ProviderHttp = new ProviderHttp(Clock);
        Tokens = Dialect.Tokens(this);
        Users = new UserDirectory(options.Users);
        Refresh = new RefreshTokenStore(Clock);
        Relay = new NotificationRelay(Clock);

        foreach (var policy in options.Policies)
        {
            _policies[policy.PolicyId] = policy;
            _contents[policy.PolicyId] = TokenContent.Of(policy);
            _offers[policy.PolicyId] = ProviderOffer.Of(policy);
            if (conduct.RemembersApps(policy)) _remembering.Add(policy.PolicyId);
        }

        foreach (var app in options.Apps) _apps[app.ClientId] = app;
    }

    public TimeProvider Clock { get; }

    public string Name { get; }

    /// <summary>The tenant's GUID; the same for the same name.</summary>
    public string Id { get; }

    public Conduct Conduct { get; }

    /// <summary>What this product says in its own way.</summary>
    public Dialect Dialect { get; }

    public SessionStore Sessions { get; }

    public SignInStore SignIns { get; }

    public CodeStore Codes { get; }

    public TokenIssuer Tokens { get; }

    /// <summary>Signs all tokens.</summary>
    public TokenKey SigningKey { get; }

    public UserDirectory Users { get; }

    public ServiceLog Log { get; } = new();

    public RefreshTokenStore Refresh { get; }

    public NotificationRelay Relay { get; }

    /// <summary>Browsers that are away at an identity provider.</summary>
    public RoundTrips RoundTrips { get; }

    /// <summary>The way to identity providers.</summary>
    public ProviderHttp ProviderHttp { get; }

    /// <summary>Reads what SAML providers answer, and remembers what was presented.</summary>
    public ResponseReader SamlResponses { get; } = new(new ReplayCache());

    public FederatedAccounts FederatedAccounts { get; } = new();

    /// <summary>Secrets that policies name by where they are kept.</summary>
    public IReadOnlyDictionary<string, string> PolicyKeys { get; }

    /// <summary>Where identity providers send browsers back.</summary>
    public string ProviderCallback => $"{Origin}/{Name}/{Http.ProviderCallback.Endpoint}";

    public OneTimeCodeStore OneTimeCodes { get; } = new();

    /// <summary>Known as soon as the server listens.</summary>
    public string Origin { get; set; } = "";

    public string Issuer => Dialect.Issuer(Origin, Id);

    public IEnumerable<CustomPolicy> Policies => _policies.Values;

    public IEnumerable<AppRegistration> Apps => _apps.Values;

    /// <summary>Policies are named without regard to case.</summary>
    public CustomPolicy? Policy(string? id) => id is null ? null : _policies.GetValueOrDefault(id);

    /// <summary>What the tokens of a policy say, and how long they last.</summary>
    public TokenContent Content(CustomPolicy policy) => _contents[policy.PolicyId];

    public AppRegistration? App(string? clientId) => clientId is null ? null : _apps.GetValueOrDefault(clientId);

    /// <summary>The application as a session remembers it; null under a policy whose sessions remember none.</summary>
    public Participant? Participant(CustomPolicy policy, AppRegistration app) =>
        _remembering.Contains(policy.PolicyId) ? new Participant(app.ClientId) : null;

    public ReferenceUser? UserNamed(string name) => Users.Named(name);

    public ReferenceUser? UserWithId(string objectId) => Users.WithId(objectId) ?? FederatedAccounts.WithId(objectId);

    /// <summary>The identity providers that a policy offers.</summary>
    public ProviderOffer Offer(CustomPolicy policy) => _offers[policy.PolicyId];

    /// <summary>Forgets all that happened since the start.</summary>
    public void Forget()
    {
        Sessions.Clear();
        SignIns.Clear();
        Codes.Clear();
        Refresh.Clear();
        OneTimeCodes.Clear();
        RoundTrips.Clear();
        FederatedAccounts.Clear();
        Users.Forget();
        Log.Clear();
    }

    public void Dispose() => ProviderHttp.Dispose();

    public bool IsNamed(string segment) =>
        string.Equals(segment, Name, StringComparison.OrdinalIgnoreCase) || string.Equals(segment, Id, StringComparison.OrdinalIgnoreCase);
}
