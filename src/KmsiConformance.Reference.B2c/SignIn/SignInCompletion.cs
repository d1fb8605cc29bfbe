using System.Collections.Immutable;
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
    public static Session? BeginSession(Exchange exchange, AcceptedSignIn accepted)
    {
        var tenant = exchange.Tenant;
        exchange.BeganSession = true;
        var policy = exchange.Policy;
        var app = accepted.Request.App;
        if (tenant.Rules.Sessions.KeyFor(policy.Settings, app.ClientId, policy.PolicyId) is not { } key)
        {
            if (tenant.Rules.Sessions.SuppressedSignInEndsOthers) EndTheTenants(exchange);
            return null;
        }

        var credentials = new CredentialsAccepted(
            policy.Settings, exchange.Now, key, accepted.User.ObjectId, tenant.Rules.SignIn.OffersBox(policy), accepted.Ticked)
        {
            By = tenant.Participant(policy, app),
            AskedAt = accepted.Request.At,
            SecondFactorGiven = accepted.SecondFactorGiven,
            Provider = accepted.Provider,
            AtProvider = accepted.AtProvider,
        };
        var (handle, transition) = tenant.Sessions.Begin(
            SessionCookies.Presented(exchange, key), credentials, exchange.Cookie(SessionCookies.Name(tenant, key)));
        SessionCookies.Carry(exchange, key, transition.Cookie, handle);
        Remember(exchange, SessionId.Of(handle), accepted.Remembered);
        return transition.Session;
    }

    /// <summary>What the session that is still there remembers of what services said. Only a fault asks.</summary>
    public static ImmutableDictionary<string, ImmutableDictionary<string, object>> RememberedInBrowser(
        Exchange exchange, AuthorizeRequest request)
    {
        var (tenant, policy) = (exchange.Tenant, exchange.Policy);
        return tenant.Rules.Sessions.KeyFor(policy.Settings, request.App.ClientId, policy.PolicyId) is { } key
            && SessionCookies.Presented(exchange, key) is { } id && tenant.Sessions.Peek(id) is { } session
                ? session.Remembered
                : ImmutableDictionary<string, ImmutableDictionary<string, object>>.Empty;
    }

    private static void EndTheTenants(Exchange exchange)
    {
        var asked = new SignOutAsked(exchange.Policy.Settings, exchange.Now);
        var ended = exchange.Tenant.Sessions.Apply(SessionCookies.Presented(exchange, SessionKey.Tenant), asked);
        SessionCookies.Carry(exchange, SessionKey.Tenant, ended.Cookie);
    }

    /// <summary>Lets a session remember what technical profiles gave.</summary>
    public static void Remember(
        Exchange exchange, SessionId session, ImmutableDictionary<string, ImmutableDictionary<string, object>> claims)
    {
        if (!claims.IsEmpty) exchange.Tenant.Sessions.Apply(session, new ClaimsGiven(exchange.Policy.Settings, exchange.Now, claims));
    }

    /// <summary>
    /// The session that lacked only the second factor, which was accepted now: it answers as it would have without the step;
    /// null when it has ended.
    /// </summary>
    public static Session? WithSecondFactor(Exchange exchange, AuthorizeRequest request, string subject, SessionKey key, SessionId id)
    {
        var tenant = exchange.Tenant;
        tenant.Sessions.Apply(id, new SecondFactorAccepted(exchange.Policy.Settings, exchange.Now));

        // It is used now, and a rolling one extended.
        var asked = new SignInAsked(exchange.Policy.Settings, exchange.Now) { By = tenant.Participant(exchange.Policy, request.App) };
        var transition = tenant.Sessions.Apply(id, new SignInResumed(asked, subject));
        if (transition is not { Outcome: SessionOutcome.Silent, Session: { } session }) return null;
        SessionCookies.Carry(exchange, key, transition.Cookie);
        return session;
    }

    /// <summary>What a session that answers says about its user.</summary>
    public static Authentication FromSession(Exchange exchange, Session session, ReferenceUser user) =>
        new(user, session.SignedInAt, exchange.Tenant.Rules.Tokens.BoxOfSession(session.BoxTicked))
        {
            IdentityProvider = NameOf(exchange, session.Provider),
            Sid = session.Sid,
        };

    /// <summary>What tokens call an identity provider; null for none.</summary>
    /// <param name="provider">Its technical profile.</param>
    public static string? NameOf(Exchange exchange, string? provider) =>
        exchange.Choices.FirstOrDefault(choice => choice.TechnicalProfile == provider) is { } choice
            ? choice.Domain ?? choice.DisplayName
            : null;
}
