using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.IdentityProviders.Sessions;
using KmsiConformance.Saml;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.IdentityProviders.Saml;

/// <summary>Answers AuthnRequests with assertions, by redirect or by post.</summary>
internal static class SamlSignInEndpoint
{
    public static async Task AnswerAsync(Provider provider, HttpContext context)
    {
        provider.Observer.SignInAsked(provider.Name, "AuthnRequest");
        try
        {
            var (xml, relayState) = await ReadAsync(provider, context);
            var asked = AuthnRequest.Read(xml);
            var service = await provider.Services.FindAsync(asked.Issuer, context.RequestAborted);
            Authenticate(context, xml, service);
            if (asked.Destination != provider.Origin + ProviderPaths.SamlSignIn)
                throw new SamlRefusedException($"the request is meant for '{asked.Destination}'");

            // Answers go where the service's metadata says, whatever the request would like.
            var consumer = service.ConsumerUrl ?? throw new SamlRefusedException($"{service.EntityId} has no AssertionConsumerService");
            if (asked.ConsumerUrl is { } wanted && wanted != consumer)
                throw new SamlRefusedException($"'{wanted}' is not the AssertionConsumerService of {service.EntityId}");
            await AnswerAsync(provider, context, new AssertionRequest(provider, asked, consumer, relayState));
        }
        catch (SamlRefusedException refused)
        {
            await Provider.ErrorAsync(provider, context, refused.Message);
        }
    }

    private static Task AnswerAsync(Provider provider, HttpContext context, AssertionRequest request)
    {
        if (provider.Options.Misbehaves == ProviderMisbehaviour.FailsAtSignIn) return request.RefuseAsync(context, SamlNames.Responder);
        return request.Asked.IsPassive && provider.SessionOf(context) is null
            ? request.RefuseAsync(context, SamlNames.NoPassive)
            : provider.GrantOrAskAsync(context, request, request.Asked.ForceAuthn);
    }

    private static async Task<(string Xml, string? RelayState)> ReadAsync(Provider provider, HttpContext context)
    {
        if (provider.Options.Protocol != ProviderProtocol.Saml) throw new SamlRefusedException("this provider does not speak SAML");
        if (HttpMethods.IsPost(context.Request.Method))
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return (PostBinding.Message(form[RedirectBinding.Request].ToString()), form[RedirectBinding.RelayState].FirstOrDefault());
        }

        var query = context.Request.Query;
        return (RedirectBinding.Message(query[RedirectBinding.Request].ToString()), query[RedirectBinding.RelayState].FirstOrDefault());
    }

    // A request that carries a signature must carry a good one; one without is as good as its registered answer address.
    private static void Authenticate(HttpContext context, string xml, EntityMetadata service)
    {
        var isPosted = HttpMethods.IsPost(context.Request.Method);
        if (isPosted && PostBinding.IsSigned(xml)) PostBinding.Verify(xml, service.Certificates);
        if (!isPosted && context.Request.Query["Signature"].Count > 0)
            RedirectBinding.Verify(context.Request.QueryString.Value ?? "", service.Certificates);
    }
}

/// <summary>An AuthnRequest that is in order.</summary>
internal sealed record AssertionRequest(Provider Provider, AuthnRequest Asked, string Consumer, string? RelayState) : PendingRequest
{
    public override string Client => Asked.Issuer;

    public override Task GrantAsync(HttpContext context, ProviderSession session)
    {
        var user = session.User;
        var subject = new SamlSubject(
            user.Subject, session.Index, session.SignedInAt, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["displayName"] = user.DisplayName,
            ["email"] = user.Email,
        });
        return SendAsync(
            context,
            Response().Vouch(
                subject, Provider.Options.Misbehaves == ProviderMisbehaviour.DoesNotSign ? null : Provider.SigningKey.Certificate));
    }

    public override Task CancelAsync(HttpContext context) => RefuseAsync(context, SamlNames.RequestDenied);

    public Task RefuseAsync(HttpContext context, string because) => SendAsync(context, Response().Refuse(because));

    private SamlResponse Response() =>
        new(SamlMetadataEndpoint.EntityId(Provider), Asked.Issuer, Consumer, Asked.Id, Provider.Clock.GetUtcNow());

    private Task SendAsync(HttpContext context, string response)
    {
        List<(string, string)> fields = [(RedirectBinding.Response, PostBinding.Value(response))];
        if (RelayState is not null) fields.Add((RedirectBinding.RelayState, RelayState));
        return Provider.PageAsync(context, ProviderPages.FormPost(Provider.Name, Consumer, fields));
    }
}
