using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>What the products say differently in the parts that they share: error codes, issuer, claims, the foot of a page.</summary>
internal abstract class Dialect
{
    /// <summary>What stands below each page, after the name of this program.</summary>
    public abstract string Footer(LoginPolicy policy);

    /// <summary>The <c>iss</c> of tokens.</summary>
    public abstract string Issuer(string origin, string tenantId);

    /// <summary>An error with the product's own code and OAuth error.</summary>
    public virtual Trouble Say(Trouble trouble) => trouble;

    /// <summary>The address that tells an application of a sign-out, with what this product adds to it.</summary>
    public virtual string Notification(Tenant tenant, string logoutUrl, Session signedOut) => logoutUrl;

    /// <summary>
    /// What tells the session's identity provider of a sign-out; null where the product has none, or this one is not
    /// told.
    /// </summary>
    public virtual Task<Notification?> ProviderNotificationAsync(Exchange exchange, Session signedOut) =>
        Task.FromResult<Notification?>(null);

    /// <summary>The address that tells an application that does not speak OpenID Connect; null for one that is not told.</summary>
    public virtual Task<string?> SignOutAddressAsync(Exchange exchange, AppRegistration app, Session signedOut) =>
        Task.FromResult<string?>(null);

    /// <summary>What every answer to an application says about the browser's session; null where the product does not.</summary>
    public virtual string? SessionState(Exchange exchange, AuthorizeRequest request) => null;

    /// <summary>Makes the tenant's token issuer.</summary>
    public abstract ProductTokens Tokens(Tenant tenant);
}
