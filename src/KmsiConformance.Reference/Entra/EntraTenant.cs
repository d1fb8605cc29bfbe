using KmsiConformance.Policies;
using KmsiConformance.Reference.Entra.Federation;
using KmsiConformance.Reference.Entra.Log;
using KmsiConformance.Reference.Http;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Entra;

/// <summary>A tenant of Azure AD: what it shares with other products, its own settings, and what it remembers.</summary>
internal sealed class EntraTenant(Tenant tenant, EntraSettings settings)
{
    /// <summary>How long sessions last; no setting of the tenant changes it.</summary>
    public static SessionSettings Lifetimes { get; } = ReferenceProfiles.Lifetimes(ReferenceProfiles.AzureAdJune2020)!;

    public Tenant Tenant => tenant;

    public EntraSettings Settings => settings;

    public EntraFlows Flows { get; } = new(tenant.Clock);

    public AnswersForGood Answers { get; } = new(tenant.Clock);

    public Consents Consents { get; } = new(settings);

    public FederatedService Federation { get; } = new(tenant);

    public SignInLog Log { get; } = new(tenant);

    /// <summary>A request to the login host and its answer.</summary>
    public Exchange Exchange(HttpContext http) => new(http, tenant, tenant.Policies.First());

    /// <summary>The origin of a site of this service beside the login host.</summary>
    public string Origin(string site) => new UriBuilder(tenant.Origin) { Host = $"{site}.localhost" }.Uri.GetLeftPart(UriPartial.Authority);
}
