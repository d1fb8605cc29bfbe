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
            exchange.Log("refused", trouble: unanswerable);
            await exchange.ErrorPageAsync(unanswerable!);
            return;
        }

        var (request, trouble) = AuthorizeRequestReader.Complete(addressee, parameters);
        if (request is null)
        {
            await AppAnswer.RefuseAsync(exchange, addressee, trouble!);
            return;
        }

        var (authentication, lacking) = FromSession(exchange, request);
        if (authentication is not null)
        {
            await AppAnswer.GrantAsync(exchange, request, authentication);
        }
        else if (exchange.Tenant.Conduct.ForbidsPages(request.Prompt))
        {
            await AppAnswer.RefuseAsync(exchange, request, Trouble.NoSession());
        }
        else if (lacking is not null)
        {
            await AskSecondFactorAsync(exchange, request, lacking);
        }
        else
        {
            exchange.Log("page-shown", app: request.App.ClientId);
            await exchange.PageAsync(SignInPage.Render(exchange, exchange.Tenant.SignIns.Begin(exchange, request)));
        }
    }

    private static Task AskSecondFactorAsync(Exchange exchange, AuthorizeRequest request, AwaitedSecondFactor lacking)
    {
        var signIn = exchange.Tenant.SignIns.Begin(exchange, request);
        signIn.Await(lacking);
        return SecondFactorEndpoint.AskAsync(exchange, signIn);
    }

    // Who is signed in; or, when only that is missing, whose second factor is wanted.
    private static (Authentication? Authentication, AwaitedSecondFactor? Lacking) FromSession(Exchange exchange, AuthorizeRequest request)
    {
        var tenant = exchange.Tenant;
        var settings = exchange.Policy.Settings;
        if (tenant.Conduct.KeyFor(settings, request.App.ClientId, exchange.Policy.PolicyId) is not { } key) return (null, null);
        if (SessionCookies.Presented(exchange, key) is not { } id) return (null, null);

        var asked = new SignInAsked(settings, exchange.Now, tenant.Conduct.DemandsCredentials(request.Prompt), request.MaxAge)
        {
            By = tenant.Participant(exchange.Policy, request.App),
            SecondFactor = SecondFactorEndpoint.Demand(exchange),
        };
        var transition = tenant.Sessions.Apply(id, asked);
        if (transition is not { Outcome: SessionOutcome.Silent or SessionOutcome.SecondFactorNeeded, Session: { } session }) return (null, null);
        if (tenant.UserWithId(session.Subject) is not { } user) return (null, null);
        if (transition.Outcome == SessionOutcome.SecondFactorNeeded) return (null, new AwaitedSecondFactor(user, session.BoxTicked, (key, id)));

        SessionCookies.Carry(exchange, key, transition.Cookie);
        return (new Authentication(user, session.SignedInAt, session.BoxTicked), null);
    }
}
