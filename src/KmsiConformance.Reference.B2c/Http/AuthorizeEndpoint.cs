using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>Answers sign-in requests: silently out of a session, with the sign-in page, or with an error.</summary>
internal static class AuthorizeEndpoint
{
    public static async Task AnswerAsync(Exchange exchange)
    {
        if (await AuthorizeRequestReader.ReadAsync(exchange) is { } request) await ContinueAsync(exchange, request);
    }

    /// <summary>Answers a request that is in order, whichever protocol it came by.</summary>
    public static async Task ContinueAsync(Exchange exchange, AuthorizeRequest request)
    {
        var (signedIn, again, lacking) = FromSession(exchange, request);
        if (signedIn is var (user, id, session))
        {
            await JourneyEnd.GoOnAsync(exchange, request, id, session, user);
        }
        else if (again is not null)
        {
            await FederatedSignIn.BeginAsync(exchange, exchange.B2c.SignIns.Begin(exchange, request), again, forSession: true);
        }
        else if (exchange.Tenant.Rules.Authorize.ForbidsPages(request.Prompt))
        {
            await AppAnswer.RefuseAsync(exchange, request, Trouble.NoSession());
        }
        else if (FederatedSignIn.Hinted(exchange, request) is { } hinted)
        {
            await FederatedSignIn.BeginAsync(exchange, exchange.B2c.SignIns.Begin(exchange, request), hinted);
        }
        else if (lacking is not null && exchange.Tenant.Rules.SecondFactor.SessionAnswersForThePassword)
        {
            await AskSecondFactorAsync(exchange, request, lacking);
        }
        else
        {
            exchange.Log("page-shown", app: request.App.ClientId);
            var told = await SignOutNotifications.AtSignInAsync(exchange, Presented(exchange, request), request.App);
            await exchange.PageAsync(SignInPage.Render(exchange, exchange.B2c.SignIns.Begin(exchange, request), told));
        }
    }

    private static Task AskSecondFactorAsync(Exchange exchange, AuthorizeRequest request, AwaitedSecondFactor lacking)
    {
        var signIn = exchange.B2c.SignIns.Begin(exchange, request);
        signIn.Await(lacking);
        return SecondFactorEndpoint.AskAsync(exchange, signIn);
    }

    private static Session? Presented(Exchange exchange, AuthorizeRequest request) =>
        exchange.Tenant.Rules.Sessions.KeyFor(exchange.Policy.Settings, request.App.ClientId, exchange.Policy.PolicyId) is { } key
        && SessionCookies.Presented(exchange, key) is { } id ? exchange.Tenant.Sessions.Peek(id) : null;

    // Who is signed in; or, when only that is missing, which identity provider must vouch anew, or whose second factor is wanted.
    private static (SignedIn? SignedIn, FederatedChoice? Again, AwaitedSecondFactor? Lacking) FromSession(
        Exchange exchange, AuthorizeRequest request)
    {
        var tenant = exchange.Tenant;
        var settings = exchange.Policy.Settings;
        if (tenant.Rules.Sessions.KeyFor(settings, request.App.ClientId, exchange.Policy.PolicyId) is not { } key) return default;
        if (SessionCookies.Presented(exchange, key) is not { } id) return default;

        var asked = new SignInAsked(settings, exchange.Now, tenant.Rules.Authorize.DemandsCredentials(request.Prompt), request.MaxAge)
        {
            By = tenant.Participant(exchange.Policy, request.App),
            SecondFactor = SecondFactorEndpoint.Demand(exchange),
            Providers = exchange.Memories,
            MayNotAsk = tenant.Rules.Authorize.ForbidsPages(request.Prompt),
        };
        var transition = tenant.Sessions.Apply(id, asked);
        if (transition.Outcome == SessionOutcome.Prompt) SessionCookies.Carry(exchange, key, transition.Cookie);
        if (transition.ProviderToAsk is { } provider)
            return (null, exchange.Choices.FirstOrDefault(choice => choice.TechnicalProfile == provider), null);
        if (transition is not { Outcome: SessionOutcome.Silent or SessionOutcome.SecondFactorNeeded, Session: { } session }) return default;
        if (tenant.UserWithId(session.Subject) is not { } user) return default;
        if (transition.Outcome == SessionOutcome.SecondFactorNeeded)
            return (null, null, new AwaitedSecondFactor(user, session.BoxTicked, (key, id)));

        SessionCookies.Carry(exchange, key, transition.Cookie);
        return (new SignedIn(user, id, session), null, null);
    }

    private sealed record SignedIn(ReferenceUser User, SessionId Id, Session Session);
}
