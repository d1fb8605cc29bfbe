using KmsiConformance.Reference.B2c.Saml;
using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>Finds the endpoint that a request is for. The list below is everything that the service answers.</summary>
internal sealed class B2cService(B2cTenant tenant) : ILoginService
{
    public string CacheControl => "no-store, must-revalidate, no-cache";

    public string ReferrerPolicy => "strict-origin";

    public string DiscoveryPath(string policyId) => $"/{tenant.Name}/{policyId}/v2.0/.well-known/openid-configuration";

    public async Task<Exchange> ExchangeAsync(HttpContext http)
    {
        // Errors need a page, pages need a policy; before one is found any will do.
        var any = tenant.Policies.First();
        var address = Address.Parse(http.Request.Path.Value ?? "", http.Request.Query["p"]);
        if (address is null || !tenant.IsNamed(address.Tenant)) return new B2cExchange(http, tenant, any, address: null, known: false);

        var policyId = address.Policy is null && address.Endpoint == ProviderCallback.Endpoint
            ? await ProviderCallback.PolicyAsync(new Exchange(http, tenant, any))
            : address.Policy;
        var policy = tenant.Policy(policyId);
        return new B2cExchange(http, tenant, policy ?? any, address, policy is not null);
    }

    public Task AnswerAsync(Exchange exchange) => (B2cExchange)exchange switch
    {
        { Address: null } => NotFoundAsync(exchange, Trouble.UnknownAddress()),
        { PolicyIsKnown: false, Address: { Endpoint: ProviderCallback.Endpoint } } => NotFoundAsync(exchange, Trouble.LostState()),
        { PolicyIsKnown: false, Address: { } address } => NotFoundAsync(exchange, B2cTrouble.UnknownPolicy(address.Policy)),
        { Address: { } address } => EndpointAsync(exchange, address.Endpoint),
    };

    private static Task EndpointAsync(Exchange exchange, string endpoint) => endpoint switch
    {
        "oauth2/v2.0/authorize" => AuthorizeEndpoint.AnswerAsync(exchange),
        "selfasserted" => SelfAssertedEndpoint.AnswerAsync(exchange),
        "api/combinedsigninandsignup/confirmed" => ConfirmedEndpoint.AnswerAsync(exchange),
        "api/combinedsigninandsignup/unified" => ChoiceEndpoint.AnswerAsync(exchange),
        ProviderCallback.Endpoint or SamlPaths.Consumer => ProviderCallback.AnswerAsync(exchange),
        SamlPaths.Metadata => SamlEndpoints.MetadataAsync(exchange),
        SamlPaths.SignIn => SamlEndpoints.SignInAsync(exchange),
        SamlPaths.SignOut => SamlEndpoints.SignOutAsync(exchange),
        "api/secondfactor/confirmed" => SecondFactorEndpoint.AnswerAsync(exchange),
        "oauth2/v2.0/token" => TokenEndpoint.AnswerAsync(exchange),
        "oauth2/v2.0/logout" => LogoutEndpoint.AnswerAsync(exchange),
        NotificationRelay.Endpoint => exchange.Tenant.Relay.AnswerAsync(exchange),
        "v2.0/.well-known/openid-configuration" => MetadataEndpoint.ConfigurationAsync(exchange),
        "discovery/v2.0/keys" => KeysEndpoint.AnswerAsync(exchange),
        _ => exchange.ErrorPageAsync(Trouble.UnknownAddress(), StatusCodes.Status404NotFound),
    };

    private static Task NotFoundAsync(Exchange exchange, Trouble trouble) =>
        exchange.ErrorPageAsync(trouble, StatusCodes.Status404NotFound);
}
