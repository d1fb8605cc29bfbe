using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference.Http;

/// <summary>What follows once credentials were accepted.</summary>
internal static class SignInCompletion
{
    /// <summary>Begins a session, unless the policy suppresses sessions, and sets its cookie.</summary>
    /// <param name="provider">The technical profile of the identity provider that vouches for the user; null for a local account.</param>
    public static void BeginSession(Exchange exchange, AuthorizeRequest request, ReferenceUser user, bool ticked, string? provider = null)
    {
        var tenant = exchange.Tenant;
        var policy = exchange.Policy;
        if (tenant.Conduct.KeyFor(policy.Settings, request.App.ClientId, policy.PolicyId) is not { } key) return;

        var accepted = new CredentialsAccepted(
            policy.Settings, exchange.Now, key, user.ObjectId, tenant.Conduct.OffersBox(policy), ticked) { Provider = provider };
        var (handle, transition) = tenant.Sessions.Begin(SessionCookies.Presented(exchange, key), accepted);
        SessionCookies.Carry(exchange, key, transition.Cookie, handle);
    }
}
