using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Tokens;
using KmsiConformance.Saml;

namespace KmsiConformance.Reference.B2c.Saml;

/// <summary>Answers an AuthnRequest: an assertion, or a status that says no, by a form that posts itself.</summary>
/// <param name="requestId">The AuthnRequest's id.</param>
/// <param name="relayState">Comes back as it was sent; null for none.</param>
internal sealed class SamlAnswer(string requestId, string? relayState) : IAnswerChannel
{
    public Task GrantAsync(Exchange exchange, AuthorizeRequest request, Authentication authentication)
    {
        var user = authentication.User;
        var given = exchange.Tenant.Rules.Tokens.AuthnInstant(authentication.At, exchange.Now);
        var subject = new SamlSubject(
            user.ObjectId, authentication.Sid ?? "", given, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["displayName"] = user.DisplayName,
            ["emails"] = user.Email,
            ["kmsi"] = authentication.BoxTicked ? "true" : "false",
        });
        return SendAsync(
            exchange, request,
            Response(exchange, request).Vouch(subject, exchange.Tenant.Rules.Tokens.SignsAssertions ? SamlKey.Certificate : null));
    }

    public Task RefuseAsync(Exchange exchange, AuthorizeRequest request, Trouble trouble)
    {
        var rules = exchange.Tenant.Rules.Authorize;
        var because = trouble.OAuthError switch
        {
            "interaction_required" when rules.SaysNoPassive => SamlNames.NoPassive,
            "access_denied" or "interaction_required" => SamlNames.RequestDenied,
            _ => null,
        };
        var response = Response(exchange, request);
        return SendAsync(
            exchange, request,
            rules.NestsStatus ? response.Refuse(SamlNames.Responder, because) : response.Refuse(because ?? SamlNames.Responder, null),
            rules.RefusalsKeepRelayState);
    }

    private SamlResponse Response(Exchange exchange, AuthorizeRequest request) =>
        new(SamlPaths.EntityId(exchange.Tenant, exchange.Policy), request.App.ClientId, request.RedirectUri, requestId, exchange.Now);

    private Task SendAsync(Exchange exchange, AuthorizeRequest request, string response, bool withRelayState = true)
    {
        List<(string, string)> fields = [(RedirectBinding.Response, PostBinding.Value(response))];
        if (withRelayState && relayState is { } relay) fields.Add((RedirectBinding.RelayState, relay));
        return exchange.PageAsync(FormPostPage.Render(exchange, request.RedirectUri, fields));
    }
}
