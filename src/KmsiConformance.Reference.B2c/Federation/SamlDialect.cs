using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Saml;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Saml;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>SAML 2.0, with this service as the service provider: a signed request by redirect, a signed assertion by post.</summary>
internal sealed class SamlDialect : ProviderDialect
{
    public override async Task<string> SignInAddressAsync(Exchange exchange, RoundTrip trip)
    {
        var provider = await MetadataAsync(exchange.B2c, trip.Choice);
        var destination = provider.SignInUrl
            ?? throw new ProviderAnswerRefusedException("the provider's metadata has no SingleSignOnService by redirect");
        var request = new AuthnRequest(
            trip.RequestId, SamlPaths.EntityId(exchange.Tenant, exchange.Policy), destination,
            SamlPaths.Of(exchange.Tenant, exchange.Policy, SamlPaths.Consumer),
            exchange.Now, trip.Passive, trip.DemandsCredentials);
        return RedirectBinding.Address(destination, RedirectBinding.Request, request.Write(), trip.State, SamlKey.Certificate);
    }

    public override async Task<ProviderAnswer> ReadAsync(Exchange exchange, RoundTrip trip, Parameters answer)
    {
        var tenant = exchange.B2c;
        var provider = await MetadataAsync(tenant, trip.Choice);
        try
        {
            var message = PostBinding.Message(
                answer[RedirectBinding.Response] ?? throw new ProviderAnswerRefusedException("the answer has no SAMLResponse"));
            var read = tenant.SamlResponses.Read(message, new ExpectedResponse(
                provider.EntityId, SamlPaths.EntityId(tenant, exchange.Policy),
                SamlPaths.Of(tenant, exchange.Policy, SamlPaths.Consumer), trip.RequestId,
                provider.Certificates, exchange.Now)
            {
                VerifiesSignature = tenant.Rules.Federation.VerifiesProviderSignatures, Leeway = tenant.Rules.Federation.Leeway,
            });
            return read.Subject is { } subject
                ? new ProviderAnswer.Vouched(
                    provider.EntityId, subject.Subject, subject.Attributes.GetValueOrDefault("displayName"),
                    subject.Attributes.GetValueOrDefault("email"))
                {
                    SessionIndex = subject.SessionIndex,
                }
                : new ProviderAnswer.Failed(Error(read.Status), read.Status);
        }
        catch (SamlRefusedException refused)
        {
            throw new ProviderAnswerRefusedException(refused.Message);
        }
    }

    // only where the metadata has a SingleLogoutService. The LogoutRequest names user and session; SAML needs no cookie for it.
    public override async Task<string?> SignOutAddressAsync(Exchange exchange, FederatedChoice choice, Session session)
    {
        var provider = await MetadataAsync(exchange.B2c, choice);
        if (provider.SignOutUrl is not { } destination || session.AtProvider is not { } there) return null;
        var request = new LogoutRequest(
            SamlIds.New(), SamlPaths
                .EntityId(exchange.Tenant, exchange.Policy), destination, there.Subject, there.SessionIndex, exchange.Now);
        return RedirectBinding.Address(destination, RedirectBinding.Request, request.Write(), null, SamlKey.Certificate);
    }

    private static async Task<EntityMetadata> MetadataAsync(B2cTenant tenant, FederatedChoice choice)
    {
        var address = Demand(choice, "PartnerEntity");
        try
        {
            return EntityMetadata.Read(await tenant.ProviderHttp.DocumentAsync(address));
        }
        catch (SamlRefusedException unusable)
        {
            throw new ProviderAnswerRefusedException($"{address}: {unusable.Message}");
        }
    }

    private static string Error(string status) => status switch
    {
        SamlNames.RequestDenied => "access_denied",
        SamlNames.NoPassive => "login_required",
        _ => "server_error",
    };
}
