using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>What a plain OpenID Connect provider says differently: no codes but OAuth's own, and session_state.</summary>
internal sealed class OpenIdDialect : Dialect
{
    public override string Footer(LoginPolicy policy) => "an OpenID Connect provider";

    public override string Issuer(string origin, string tenantId) => origin;

    public override Trouble Say(Trouble trouble) => trouble.Code is "AADB2C90077"
        ? new("login_required", "No user is signed in, and prompt=none forbids asking.", "login_required")
        : trouble with { Code = trouble.OAuthError };

    public override string Notification(Tenant tenant, string logoutUrl, Session signedOut) =>
        tenant.Rules.Notification.SendsIssuerAndSid ? IssuerAndSid.AddTo(logoutUrl, tenant, signedOut) : logoutUrl;

    public override string? SessionState(Exchange exchange, AuthorizeRequest request) => exchange.Tenant.Rules.Authorize.SendsSessionState
        ? SessionManagement.SessionState.Of(request.App.ClientId, request.RedirectUri, OpenIdCookies.BrowserState(exchange))
        : null;

    public override ProductTokens Tokens(Tenant tenant) => new OpenIdTokens(tenant);
}
