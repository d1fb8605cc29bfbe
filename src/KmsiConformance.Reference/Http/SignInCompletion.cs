using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>What follows once credentials were accepted.</summary>
internal static class SignInCompletion
{
    /// <summary>Begins a session, unless the policy suppresses sessions, and sets its cookie.</summary>
    public static void BeginSession(Exchange exchange, AuthorizeRequest request, ReferenceUser user, bool ticked, bool secondFactorGiven = false)
    {
        var tenant = exchange.Tenant;
        exchange.BeganSession = true;
        var policy = exchange.Policy;
        if (tenant.Conduct.KeyFor(policy.Settings, request.App.ClientId, policy.PolicyId) is not { } key) return;

        var accepted = new CredentialsAccepted(
            policy.Settings, exchange.Now, key, user.ObjectId, tenant.Conduct.OffersBox(policy), ticked)
        {
            By = tenant.Participant(policy, request.App),
            SecondFactorGiven = secondFactorGiven,
        };
        var (handle, transition) = tenant.Sessions.Begin(
            SessionCookies.Presented(exchange, key), accepted, exchange.Cookie(SessionCookies.Name(tenant, key)));
        SessionCookies.Carry(exchange, key, transition.Cookie, handle);
    }

    /// <summary>Completes a sign-in whose second factor was accepted: by a new session, or by the one that lacked only this; null when that has ended.</summary>
    public static Authentication? AfterSecondFactor(Exchange exchange, AuthorizeRequest request, AwaitedSecondFactor awaited)
    {
        var tenant = exchange.Tenant;
        if (awaited.Session is not { } known)
        {
            BeginSession(exchange, request, awaited.User, awaited.BoxTicked, secondFactorGiven: true);
            return new Authentication(awaited.User, exchange.Now, awaited.BoxTicked && tenant.Conduct.OffersBox(exchange.Policy));
        }

        tenant.Sessions.Apply(known.Id, new SecondFactorAccepted(exchange.Policy.Settings, exchange.Now));

        // The session answers as it would have without the step: it is used now, and a rolling one extended.
        var transition = tenant.Sessions.Apply(known.Id, new SignInAsked(exchange.Policy.Settings, exchange.Now) { By = tenant.Participant(exchange.Policy, request.App) });
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return null;
        SessionCookies.Carry(exchange, known.Key, transition.Cookie);
        return new Authentication(awaited.User, session.SignedInAt, session.BoxTicked);
    }
}
