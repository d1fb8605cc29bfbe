using KmsiConformance.Policies;
using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.OpenId;

/// <summary>What a plain OpenID Connect provider says differently: no codes but OAuth's own, and session_state.</summary>
internal sealed class OpenIdDialect : Dialect
{
    public override string Footer(CustomPolicy policy) => "an OpenID Connect provider";

    public override string Issuer(string origin, string tenantId) => origin;

    public override Trouble Say(Trouble trouble) => trouble.Code is "AADB2C90077"
        ? new("login_required", "No user is signed in, and prompt=none forbids asking.", "login_required")
        : trouble with { Code = trouble.OAuthError };

    public override string Notification(Tenant tenant, string logoutUrl, Session signedOut) =>
        tenant.Conduct.SendsIssuerAndSid ? IssuerAndSid.AddTo(logoutUrl, tenant, signedOut) : logoutUrl;

    public override string? SessionState(Exchange exchange, AuthorizeRequest request) => exchange.Tenant.Conduct.SendsSessionState
        ? OpenId.SessionState.Of(request.App.ClientId, request.RedirectUri, OpenIdCookies.BrowserState(exchange))
        : null;

    public override TokenIssuer Tokens(Tenant tenant) => new OpenIdTokens(tenant);
}
