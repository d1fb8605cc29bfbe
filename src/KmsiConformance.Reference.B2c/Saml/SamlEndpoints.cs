using KmsiConformance.Reference.B2c.Http;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;
using KmsiConformance.Saml;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.B2c.Saml;

/// <summary>
/// The addresses under which a policy speaks SAML: what it says about itself, sign-in for SAML applications, and
/// sign-out in both roles.
/// </summary>
internal static class SamlEndpoints
{
    /// <summary>With <c>idptp</c>, which names a technical profile, the service provider; without it the identity provider.</summary>
    public static Task MetadataAsync(Exchange exchange)
    {
        var (tenant, policy) = (exchange.Tenant, exchange.Policy);
        var isServiceProvider = exchange.Query()["idptp"] is not null;
        var metadata = new EntityMetadata(
            SamlPaths.EntityId(tenant, policy), [SamlKey.Certificate],
            isServiceProvider ? null : SamlPaths.Of(tenant, policy, SamlPaths.SignIn),
            isServiceProvider ? SamlPaths.Of(tenant, policy, SamlPaths.Consumer) : null,
            SamlPaths.Of(tenant, policy, SamlPaths.SignOut))
        {
            WantsSignedRequests = !isServiceProvider && tenant.Rules.Authorize.WantsSignedRequests,
        };
        exchange.Http.Response.ContentType = "application/samlmetadata+xml";
        return exchange.Http.Response.WriteAsync(metadata.Write(), exchange.Http.RequestAborted);
    }

    /// <summary>
    /// An AuthnRequest of a SAML application, by redirect or by post; from here on it is a sign-in like any other.
    /// </summary>
    public static async Task SignInAsync(Exchange exchange)
    {
        try
        {
            if (!SamlApps.Serves(exchange)) throw new SamlRefusedException("the policy's relying party does not speak SAML 2.0");
            var sent = await exchange.ParametersAsync();
            var message = sent[RedirectBinding.Request] ?? throw new SamlRefusedException("there is no SAMLRequest");
            var xml = exchange.IsPost ? PostBinding.Message(message) : RedirectBinding.Message(message);
            var asked = AuthnRequest.Read(xml);
            var (app, metadata) = await SamlApps.FindAsync(exchange.B2c, asked.Issuer);
            Authenticate(exchange, xml, metadata);

            // Answers go where the application's metadata says, whatever the request would like.
            var consumer = metadata.ConsumerUrl ?? throw new SamlRefusedException($"{asked.Issuer} has no AssertionConsumerService");
            var rules = exchange.Tenant.Rules.Authorize;
            if (asked.ConsumerUrl is { } wanted && !rules.IsConsumer(consumer, wanted))
                throw new SamlRefusedException($"'{wanted}' is not the AssertionConsumerService of {asked.Issuer}");
            await AuthorizeEndpoint.ContinueAsync(exchange, new AuthorizeRequest
            {
                At = exchange.Now,
                App = app,
                RedirectUri = asked.ConsumerUrl ?? consumer,
                Mode = ResponseMode.FormPost,
                Prompt = asked.IsPassive && rules.HeedsIsPassive(exchange.IsPost) ? ["none"]
                    : asked.ForceAuthn && rules.HeedsForceAuthn(exchange.IsPost) ? ["login"] : [],
                Channel = new SamlAnswer(asked.Id, sent[RedirectBinding.RelayState]),
            });
        }
        catch (SamlRefusedException refused)
        {
            await exchange.ErrorPageAsync(B2cTrouble.SamlRefused(refused.Message));
        }
    }

    private static void Authenticate(Exchange exchange, string xml, EntityMetadata asks)
    {
        var (rules, isPost, query) = (exchange.Tenant.Rules.Authorize, exchange.IsPost, exchange.Http.Request.QueryString.Value ?? "");
        var isSigned = isPost ? PostBinding.IsSigned(xml) : RedirectBinding.IsSigned(query);
        if (!isSigned && (!rules.WantsSignedRequests || rules.OverlooksMissingSignatures(isPost))) return;
        if (isSigned && !rules.VerifiesRequests(isPost)) return;
        if (isPost) PostBinding.Verify(xml, asks.Certificates);
        else RedirectBinding.Verify(query, asks.Certificates);
    }

    /// <summary>A SAML application signs out, or somebody answers a LogoutRequest of this service in the frame that carried it.</summary>
    public static async Task SignOutAsync(Exchange exchange)
    {
        var query = exchange.Query();

        // Nothing depends on what the answer says: the user is signed out here either way.
        if (query[RedirectBinding.Response] is not null)
        {
            await exchange.PageAsync(SignOutAnswerPage.Render(exchange));
            return;
        }

        try
        {
            var asked = LogoutRequest.Read(
                RedirectBinding.Message(query[RedirectBinding.Request] ?? throw new SamlRefusedException("there is no SAMLRequest")),
                SamlPaths.Of(exchange.Tenant, exchange.Policy, SamlPaths.SignOut), exchange.Now);
            var (app, metadata) = await SamlApps.FindAsync(exchange.B2c, asked.Issuer);
            if (exchange.Tenant.Rules.SignOut.VerifiesLogoutRequest(query["Signature"] is not null))
                RedirectBinding.Verify(exchange.Http.Request.QueryString.Value ?? "", metadata.Certificates);

            var signedOut = EndSession(exchange, app, asked);
            var told = exchange.Tenant.Rules.Notification.ThroughTheBrowser(await SignOutNotifications.OfAsync(exchange, signedOut, app));
            var answer = new LogoutResponse(
                SamlPaths.EntityId(exchange.Tenant, exchange.Policy), metadata.SignOutUrl ?? "", asked.Id, SamlNames.Success, exchange.Now);
            await exchange.PageAsync(metadata.SignOutUrl is { } back
                ? SigningOutPage.Render(
                    exchange,
                    RedirectBinding.Address(
                        back, RedirectBinding.Response, answer.Write(), query[RedirectBinding.RelayState], SamlKey.Certificate),
                    told)
                : SignedOutPage.Render(exchange, told));
        }
        catch (SamlRefusedException refused)
        {
            await exchange.ErrorPageAsync(B2cTrouble.SamlRefused(refused.Message));
        }
    }

    // A request about somebody else's session ends nothing; that there is none any more is no error (N-39).
    private static Session? EndSession(Exchange exchange, AppRegistration app, LogoutRequest asked)
    {
        var tenant = exchange.Tenant;
        var key = tenant.Rules.Sessions.KeyFor(exchange.Policy.Settings, app.ClientId, exchange.Policy.PolicyId) ?? SessionKey.Tenant;
        if (SessionCookies.Presented(exchange, key) is not { } id
            || tenant.Sessions.Peek(id) is not { } session
            || !tenant.Rules.SignOut.IsNamed(session, asked.Subject))
            return null;
        if (!tenant.Rules.SignOut.ObeysLogoutRequests) return session;
        var transition = tenant.Sessions.Apply(id, new SignOutAsked(exchange.Policy.Settings, exchange.Now));
        SessionCookies.Carry(exchange, key, transition.Cookie);
        exchange.Log("signed-out", tenant.UserWithId(session.Subject)?.UserName, app.ClientId);
        return transition.SignedOut;
    }
}
