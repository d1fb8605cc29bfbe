using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Saml;

namespace KmsiConformance.Reference.B2c;

/// <summary>A tenant of Azure AD B2C: what it shares with other products, its custom policies, and what it remembers.</summary>
internal sealed class B2cTenant(
    TenantOptions options, LoginRules rules, IEnumerable<B2cPolicy> policies, IReadOnlyDictionary<string, string> keys,
    TimeSpan patience)
    : Tenant(options, rules, policies, new B2cDialect())
{
    public SignInStore SignIns { get; } = new(options.Clock);

    /// <summary>Browsers that are away at an identity provider.</summary>
    public RoundTrips RoundTrips { get; } = new(options.Clock);

    /// <summary>The way to identity providers.</summary>
    public ProviderHttp ProviderHttp { get; } = new(options.Clock, rules.Federation, patience);

    /// <summary>The way to the services that policies call.</summary>
    public ServiceHttp ServiceHttp { get; } = new(patience);

    /// <summary>Reads what SAML providers answer, and remembers what was presented.</summary>
    public ResponseReader SamlResponses { get; } = new(new ReplayCache());

    public FederatedAccounts FederatedAccounts { get; } = new();

    /// <summary>Secrets that policies name by where they are kept.</summary>
    public IReadOnlyDictionary<string, string> PolicyKeys => keys;

    public OneTimeCodeStore OneTimeCodes { get; } = new();

    /// <summary>Where identity providers send browsers back.</summary>
    public string ProviderCallback => $"{Origin}/{Name}/{Http.ProviderCallback.Endpoint}";

    public override ReferenceUser? UserWithId(string objectId) => base.UserWithId(objectId) ?? FederatedAccounts.WithId(objectId);

    public override void Forget()
    {
        base.Forget();
        SignIns.Clear();
        OneTimeCodes.Clear();
        RoundTrips.Clear();
        FederatedAccounts.Clear();
    }

    protected override void Dispose(bool disposing)
    {
        ProviderHttp.Dispose();
        ServiceHttp.Dispose();
        base.Dispose(disposing);
    }
}
