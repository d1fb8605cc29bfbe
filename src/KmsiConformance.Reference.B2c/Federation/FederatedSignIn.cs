using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Http;
using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>A sign-in that an identity provider decides: sends the browser there, and goes on when it comes back.</summary>
internal static class FederatedSignIn
{
    /// <summary>The provider that the request's <c>domain_hint</c> leads to; null when it leads nowhere.</summary>
    public static FederatedChoice? Hinted(Exchange exchange, AuthorizeRequest request) =>
        request.DomainHint is { } hint && exchange.Tenant.Rules.Federation.FollowsDomainHint
            ? exchange.Choices.FirstOrDefault(choice => string.Equals(choice.Domain, hint, StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>Sends the browser to a provider.</summary>
    /// <param name="forSession">Whether a living session asks again.</param>
    public static async Task BeginAsync(Exchange exchange, SignInUnderWay signIn, FederatedChoice choice, bool forSession = false)
    {
        var rules = exchange.Tenant.Rules;
        var request = signIn.Request;
        var trip = exchange.B2c.RoundTrips.Begin(
            signIn, choice, forSession, rules.Authorize.ForbidsPages(request.Prompt),
            rules.Federation.DemandsCredentialsAtProvider(
                !forSession && (rules.Authorize.DemandsCredentials(request.Prompt) || request.MaxAge is not null)));
        try
        {
            exchange.Http.Response.Headers.Location = await ProviderDialect.Of(choice).SignInAddressAsync(exchange, trip);
            exchange.Http.Response.StatusCode = StatusCodes.Status302Found;
        }
        catch (ProviderAnswerRefusedException unusable)
        {
            await RefuseAsync(exchange, trip, new ProviderAnswer.Failed("server_error", unusable.Message));
        }
    }

    /// <summary>Takes the answer that the browser brought back.</summary>
    public static async Task CompleteAsync(Exchange exchange, RoundTrip trip, Parameters parameters)
    {
        switch (await ReadAsync(exchange, trip, parameters))
        {
            case ProviderAnswer.Vouched vouched:
                await AcceptAsync(exchange, trip, vouched);
                return;
            case ProviderAnswer.Failed failed:
                await RefuseAsync(exchange, trip, failed);
                return;
        }
    }

    private static async Task<ProviderAnswer> ReadAsync(Exchange exchange, RoundTrip trip, Parameters parameters)
    {
        try
        {
            return await ProviderDialect.Of(trip.Choice).ReadAsync(exchange, trip, parameters);
        }
        catch (ProviderAnswerRefusedException refused)
        {
            return new ProviderAnswer.Failed("server_error", refused.Message);
        }
    }

    private static async Task AcceptAsync(Exchange exchange, RoundTrip trip, ProviderAnswer.Vouched vouched)
    {
        var user = exchange.B2c.FederatedAccounts.Of(vouched, exchange.Tenant.Rules.Federation);
        if (trip.ForSession && exchange.Tenant.Rules.Federation.SessionOutweighsProvider) user = Before(exchange, trip) ?? user;
        var provider = trip.Choice.TechnicalProfile;
        var there = new SessionAtProvider(vouched.Subject, vouched.SessionIndex);
        var transition = trip.ForSession ? Resume(exchange, trip, user, there) : null;
        var lacking = transition is { Outcome: SessionOutcome.SecondFactorNeeded } ? Presented(exchange, trip) : null;
        if (lacking is not null || (transition?.Session is null && SecondFactorEndpoint.Demand(exchange) != SecondFactorDemand.None))
        {
            await (trip.SignIn.Await(new AwaitedSecondFactor(user, BoxTicked: false, lacking) { Provider = provider, AtProvider = there })
                ? SecondFactorEndpoint.AskAsync(exchange, trip.SignIn)
                : exchange.ErrorPageAsync(Trouble.LostState()));
            return;
        }

        if (!exchange.B2c.SignIns.End(exchange, trip.SignIn))
        {
            await exchange.ErrorPageAsync(Trouble.LostState());
            return;
        }

        var accepted = new AcceptedSignIn(trip.SignIn.Request, user, Ticked: false) { Provider = provider, AtProvider = there };
        await (transition is { Outcome: SessionOutcome.Silent, Session: { } session } && Presented(exchange, trip) is var (_, id)
            ? JourneyEnd.GoOnAsync(exchange, trip.SignIn.Request, id, session, user)
            : JourneyEnd.BeginSessionAsync(exchange, accepted));
    }

    private static ReferenceUser? Before(Exchange exchange, RoundTrip trip) =>
        Presented(exchange, trip) is { } known && exchange.Tenant.Sessions.Peek(known.Id) is { } session
            ? exchange.Tenant.UserWithId(session.Subject)
            : null;

    private static (SessionKey Key, SessionId Id)? Presented(Exchange exchange, RoundTrip trip)
    {
        var policy = exchange.Policy;
        return exchange.Tenant.Rules.Sessions.KeyFor(policy.Settings, trip.SignIn.Request.App.ClientId, policy.PolicyId) is { } key
            && SessionCookies.Presented(exchange, key) is { } id
            ? (key, id)
            : null;
    }

    /// <summary>The living session, used once more, if it is this user's; null, or a prompt, where a new one must begin.</summary>
    private static SessionTransition? Resume(Exchange exchange, RoundTrip trip, ReferenceUser user, SessionAtProvider there)
    {
        if (Presented(exchange, trip) is not { } known) return null;
        var asked = new SignInAsked(exchange.Policy.Settings, exchange.Now)
        {
            By = exchange.Tenant.Participant(exchange.Policy, trip.SignIn.Request.App),
            SecondFactor = SecondFactorEndpoint.Demand(exchange),
        };
        var transition = exchange.Tenant.Sessions.Apply(known.Id, new SignInResumed(asked, user.ObjectId) { AtProvider = there });
        if (transition.Outcome == SessionOutcome.Prompt) return null;
        SessionCookies.Carry(exchange, known.Key, transition.Cookie);
        return transition;
    }

    private static Task RefuseAsync(Exchange exchange, RoundTrip trip, ProviderAnswer.Failed failed)
    {
        var rules = exchange.Tenant.Rules;
        if (trip.ForSession && rules.Federation.UnansweredQuestionEndsSession) EndSession(exchange, trip);
        if (!rules.Federation.PassesProviderFailureOn) return exchange.PageAsync(SignInPage.Render(exchange, trip.SignIn));

        exchange.B2c.SignIns.End(exchange, trip.SignIn);
        return AppAnswer.RefuseAsync(
            exchange, trip.SignIn.Request, trip.Passive && failed.NeedsUser ? Trouble.NoSession() : B2cTrouble.ProviderFailed(failed));
    }

    private static void EndSession(Exchange exchange, RoundTrip trip)
    {
        if (Presented(exchange, trip) is not { } known) return;
        var transition = exchange.Tenant.Sessions.Apply(known.Id, new SignOutAsked(exchange.Policy.Settings, exchange.Now));
        SessionCookies.Carry(exchange, known.Key, transition.Cookie);
    }
}
