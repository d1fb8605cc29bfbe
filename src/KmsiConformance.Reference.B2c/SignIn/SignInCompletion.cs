using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.SignIn;

/// <summary>What follows once credentials were accepted.</summary>
internal static class SignInCompletion
{
    /// <summary>Begins a session, unless the policy suppresses sessions, and sets its cookie.</summary>
    /// <returns>The session; null where the policy suppresses sessions.</returns>
    /// <param name="provider">The technical profile of the identity provider that vouches for the user; null for a local account.</param>
    public static Session? BeginSession(
        Exchange exchange, AuthorizeRequest request, ReferenceUser user, bool ticked, bool secondFactorGiven = false,
        string? provider = null,
        SessionAtProvider? atProvider = null)
    {
        var tenant = exchange.Tenant;
        exchange.BeganSession = true;
        var policy = exchange.Policy;
        if (tenant.Rules.Sessions.KeyFor(policy.Settings, request.App.ClientId, policy.PolicyId) is not { } key) return null;

        var accepted = new CredentialsAccepted(
            policy.Settings, exchange.Now, key, user.ObjectId, tenant.Rules.SignIn.OffersBox(policy), ticked)
        {
            By = tenant.Participant(policy, request.App),
            SecondFactorGiven = secondFactorGiven,
            Provider = provider,
            AtProvider = atProvider,
        };
        var (handle, transition) = tenant.Sessions.Begin(
            SessionCookies.Presented(exchange, key), accepted, exchange.Cookie(SessionCookies.Name(tenant, key)));
        SessionCookies.Carry(exchange, key, transition.Cookie, handle);
        return transition.Session;
    }

    /// <summary>
    /// Completes a sign-in whose second factor was accepted: by a new session, or by the one that lacked only this;
    /// null when that has ended.
    /// </summary>
    public static Authentication? AfterSecondFactor(Exchange exchange, AuthorizeRequest request, AwaitedSecondFactor awaited)
    {
        var tenant = exchange.Tenant;
        if (awaited.Session is not { } known)
        {
            var begun = BeginSession(
                exchange, request, awaited.User, awaited.BoxTicked, secondFactorGiven: true, awaited.Provider, awaited.AtProvider);
            return new Authentication(awaited.User, exchange.Now, awaited.BoxTicked && tenant.Rules.SignIn.OffersBox(exchange.Policy))
            {
                IdentityProvider = NameOf(exchange, awaited.Provider),
                Sid = begun?.Sid,
            };
        }

        tenant.Sessions.Apply(known.Id, new SecondFactorAccepted(exchange.Policy.Settings, exchange.Now));

        // The session answers as it would have without the step: it is used now, and a rolling one extended.
        var asked = new SignInAsked(exchange.Policy.Settings, exchange.Now) { By = tenant.Participant(exchange.Policy, request.App) };
        var transition = tenant.Sessions.Apply(known.Id, new SignInResumed(asked, awaited.User.ObjectId));
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return null;
        SessionCookies.Carry(exchange, known.Key, transition.Cookie);
        return FromSession(exchange, session, awaited.User);
    }

    /// <summary>What a session that answers says about its user.</summary>
    public static Authentication FromSession(Exchange exchange, Session session, ReferenceUser user) =>
        new(user, session.SignedInAt, session.BoxTicked) { IdentityProvider = NameOf(exchange, session.Provider), Sid = session.Sid };

    private static string? NameOf(Exchange exchange, string? provider) =>
        exchange.Choices.FirstOrDefault(choice => choice.TechnicalProfile == provider) is { } choice
            ? choice.Domain ?? choice.DisplayName
            : null;
}
