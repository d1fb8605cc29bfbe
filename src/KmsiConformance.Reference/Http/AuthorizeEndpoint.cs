using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Federation;
using KmsiConformance.Reference.Pages;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>Answers sign-in requests: silently out of a session, with the sign-in page, or with an error.</summary>
internal static class AuthorizeEndpoint
{
    public static async Task AnswerAsync(Exchange exchange)
    {
        var parameters = await exchange.ParametersAsync();
        var (addressee, unanswerable) = AuthorizeRequestReader.ReadAddressee(parameters, exchange.Tenant);
        if (addressee is null)
        {
            await exchange.ErrorPageAsync(unanswerable!);
            return;
        }

        var (request, trouble) = AuthorizeRequestReader.Complete(addressee, parameters);
        if (request is null)
        {
            await AppAnswer.RefuseAsync(exchange, addressee, trouble!);
            return;
        }

        var (authentication, again) = FromSession(exchange, request);
        if (authentication is not null)
            await AppAnswer.GrantAsync(exchange, request, authentication);
        else if (again is not null)
            await FederatedSignIn.BeginAsync(exchange, exchange.Tenant.SignIns.Begin(exchange, request), again, forSession: true);
        else if (exchange.Tenant.Conduct.ForbidsPages(request.Prompt))
            await AppAnswer.RefuseAsync(exchange, request, Trouble.NoSession());
        else if (FederatedSignIn.Hinted(exchange, request) is { } hinted)
            await FederatedSignIn.BeginAsync(exchange, exchange.Tenant.SignIns.Begin(exchange, request), hinted);
        else
            await exchange.PageAsync(SignInPage.Render(exchange, exchange.Tenant.SignIns.Begin(exchange, request)));
    }

    /// <summary>What the session says about the user, or which identity provider must say it anew; neither where there is no session.</summary>
    private static (Authentication? Authentication, FederatedChoice? Again) FromSession(Exchange exchange, AuthorizeRequest request)
    {
        var tenant = exchange.Tenant;
        var settings = exchange.Policy.Settings;
        if (tenant.Conduct.KeyFor(settings, request.App.ClientId, exchange.Policy.PolicyId) is not { } key) return default;
        if (SessionCookies.Presented(exchange, key) is not { } id) return default;

        var asked = new SignInAsked(settings, exchange.Now, tenant.Conduct.DemandsCredentials(request.Prompt), request.MaxAge)
        {
            Providers = exchange.Memories,
        };
        var transition = tenant.Sessions.Apply(id, asked);
        if (transition.ProviderToAsk is { } provider) return (null, exchange.Choices.FirstOrDefault(choice => choice.TechnicalProfile == provider));
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return default;
        if (tenant.UserWithId(session.Subject) is not { } user) return default;

        SessionCookies.Carry(exchange, key, transition.Cookie);
        return (new Authentication(user, session.SignedInAt, session.BoxTicked)
        {
            IdentityProvider = exchange.Choices.FirstOrDefault(choice => choice.TechnicalProfile == session.Provider)?.Domain,
        }, null);
    }
}
