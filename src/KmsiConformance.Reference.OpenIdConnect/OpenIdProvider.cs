using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;
using KmsiConformance.Reference.OpenIdConnect.SessionManagement;
using KmsiConformance.Reference.OpenIdConnect.SignOut;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>
/// A provider by the OpenID Connect specifications: Core, Session Management, RP-Initiated, Front-Channel and
/// Back-Channel Logout. The list below is everything that it answers.
/// </summary>
internal sealed class OpenIdProvider(Tenant tenant) : ILoginService
{
    private readonly OpenIdAuthorize _authorize = new(tenant);
    private readonly OpenIdLogout _logout = new(tenant);

    /// <summary>How long sessions last unless settings are given: a day, and 30 days with the box ticked.</summary>
    public static SessionSettings Lifetimes { get; } = new(
        KeepAliveInDays: 30, SessionExpiryType: ExpiryType.Absolute, SessionExpiryInSeconds: SessionSettings.DefaultSessionExpiryInSeconds);

    public string CacheControl => "no-store";

    public string ReferrerPolicy => "no-referrer";

    /// <summary>The one set of settings that the provider has for everybody.</summary>
    public static LoginPolicy Policy(string name, SessionSettings settings, bool offersBox) =>
        new(name, settings, TokenLifetimes.Default, offersBox, RemembersApps: true);

    public string DiscoveryPath(string policyId) => "/.well-known/openid-configuration";

    public Task<Exchange> ExchangeAsync(HttpContext http) => Task.FromResult(new Exchange(http, tenant, tenant.Policies.First()));

    public Task AnswerAsync(Exchange exchange) => EndpointAsync(exchange, exchange.Http.Request.Path.Value ?? "");

    private Task EndpointAsync(Exchange exchange, string path) => path switch
    {
        "/.well-known/openid-configuration" => OpenIdMetadata.ConfigurationAsync(exchange),
        "/keys" => KeysEndpoint.AnswerAsync(exchange),
        "/authorize" => _authorize.AnswerAsync(exchange),
        "/sign-in" => _authorize.TakeCredentialsAsync(exchange),
        "/account" => _authorize.TakeAccountAsync(exchange),
        "/consent" => _authorize.TakeConsentAsync(exchange),
        "/token" => TokenEndpoint.AnswerAsync(exchange),
        "/userinfo" => UserInfoEndpoint.AnswerAsync(exchange),
        "/session" => exchange.PageAsync(CheckSessionFrame.Render(exchange)),
        "/sign-out" => _logout.AnswerAsync(exchange),
        "/sign-out/confirmed" => _logout.TakeConfirmationAsync(exchange),
        _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
    };
}
