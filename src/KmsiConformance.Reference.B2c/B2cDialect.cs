using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.B2c.Saml;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c;

/// <summary>What Azure AD B2C says in its own way; the error codes of the shared parts are its own already.</summary>
internal sealed class B2cDialect : Dialect
{
    public override string Footer(LoginPolicy policy) => $"policy {policy.PolicyId}";

    public override string Issuer(string origin, string tenantId) => $"{origin}/{tenantId}/v2.0/";

    public override ProductTokens Tokens(Tenant tenant) => new B2cTokens(tenant);

    public override Task<Notification?> ProviderNotificationAsync(Exchange exchange, Session signedOut) =>
        FederatedSignOut.OfAsync(exchange, signedOut);

    public override Task<string?> SignOutAddressAsync(Exchange exchange, AppRegistration app, Session signedOut) =>
        SamlApps.LogoutAddressAsync(exchange, app, signedOut);
}
