using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.AzureAd.Federation;
using KmsiConformance.Reference.AzureAd.Log;
using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.AzureAd.StaySignedIn;
using KmsiConformance.Reference.Kernel.Http;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>A tenant of Azure AD: what it shares with other products, its own settings, and what it remembers.</summary>
internal sealed class AzureAdTenant(Tenant tenant, AzureAdSettings settings)
{
    /// <summary>How long sessions last; no setting of the tenant changes it.</summary>
    /// <remarks>A day, and 90 days with yes, from the last use (token lifetimes, 2021-02).</remarks>
    public static SessionSettings Lifetimes { get; } = new(
        KeepAliveInDays: 90, SessionExpiryType: ExpiryType.Rolling, SessionExpiryInSeconds: SessionSettings.DefaultSessionExpiryInSeconds);

    /// <summary>The only settings there are, in the form that the shared parts take them.</summary>
    public static LoginPolicy Policy(string name) => new(name, Lifetimes, TokenLifetimes.Default, OffersBox: false, RemembersApps: true);

    public Tenant Tenant => tenant;

    public AzureAdSettings Settings => settings;

    public AzureAdFlows Flows { get; } = new(tenant.Clock);

    public AnswersForGood Answers { get; } = new(tenant.Clock);

    public Consents Consents { get; } = new(settings, tenant.Rules.StaySignedIn);

    public FederatedService Federation { get; } = new(tenant);

    public SignInLog Log { get; } = new(tenant);

    /// <summary>A request to the login host and its answer.</summary>
    public Exchange Exchange(HttpContext http) => new(http, tenant, tenant.Policies.First());

    /// <summary>The origin of a site of this service beside the login host.</summary>
    public string Origin(string site) => new UriBuilder(tenant.Origin) { Host = $"{site}.localhost" }.Uri.GetLeftPart(UriPartial.Authority);
}
