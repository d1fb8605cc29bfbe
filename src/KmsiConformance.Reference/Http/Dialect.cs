using KmsiConformance.Policies;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>What the products say differently in the parts that they share: error codes, issuer, claims, the foot of a page.</summary>
internal class Dialect
{
    /// <summary>Azure AD B2C.</summary>
    public static readonly Dialect B2c = new();

    /// <summary>What stands below each page, after the name of this program.</summary>
    public virtual string Footer(CustomPolicy policy) => $"policy {policy.PolicyId}";

    /// <summary>The <c>iss</c> of tokens.</summary>
    public virtual string Issuer(string origin, string tenantId) => $"{origin}/{tenantId}/v2.0/";

    /// <summary>An error with the product's own code and OAuth error.</summary>
    public virtual Trouble Say(Trouble trouble) => trouble;

    /// <summary>The address that tells an application of a sign-out, with what this product adds to it.</summary>
    public virtual string Notification(Tenant tenant, string logoutUrl, Session signedOut) => logoutUrl;

    /// <summary>What every answer to an application says about the browser's session; null where the product does not.</summary>
    public virtual string? SessionState(Exchange exchange, AuthorizeRequest request) => null;

    /// <summary>Makes the tenant's token issuer.</summary>
    public virtual TokenIssuer Tokens(Tenant tenant) => new(tenant);
}
