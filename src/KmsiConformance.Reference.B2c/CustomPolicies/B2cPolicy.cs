using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.B2c.Services;
using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.B2c.CustomPolicies;

/// <summary>A custom policy as the service uses it: read once, asked at each sign-in.</summary>
internal sealed record B2cPolicy : LoginPolicy
{
    /// <summary>Makes it of a policy as it is written, under a dated reading.</summary>
    /// <param name="hosts">Where the services that it calls are reached.</param>
    public B2cPolicy(CustomPolicy custom, Readings readings, ServiceHosts hosts)
        : base(custom.PolicyId, custom.Settings, TokenLifetimes.Of(custom), custom.KmsiOffered(readings), Declares(custom))
    {
        Custom = custom;
        Services = PolicyServices.Of(custom, hosts);
        Content = TokenContent.Of(custom, Services.Said);
        Offer = ProviderOffer.Of(custom);
    }

    /// <summary>The policy as it is written.</summary>
    public CustomPolicy Custom { get; }

    /// <summary>What its tokens say.</summary>
    public TokenContent Content { get; }

    /// <summary>The services that it calls.</summary>
    public PolicyServices Services { get; }

    /// <summary>The identity providers that it offers.</summary>
    public ProviderOffer Offer { get; }

    // Only a token issuer that is declared as single sign-out wants it lets sessions remember applications (R-106, R-107; P-12).
    private static bool Declares(CustomPolicy custom) => TokenIssuer.Of(custom.Merged).Any(issuer => issuer.RemembersApps);
}
