using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>
/// Gives and takes refresh tokens. They have nothing to do with the session: taking one neither needs nor extends it, and
/// signing out leaves them (N-63 asks for their end only where nobody asked for offline access).
/// </summary>
internal static class RefreshTokens
{
    private const string OfflineAccess = "offline_access";

    /// <summary>A refresh token for a code, when it was asked for; null otherwise.</summary>
    public static (string Token, TimeSpan Life)? For(Exchange exchange, Grant grant) =>
        exchange.Tenant.Rules.TokenEndpoint.GivesRefreshToken(grant.Scope.Split(' ').Contains(OfflineAccess, StringComparer.Ordinal))
            ? Issue(
                exchange,
                new RefreshGrant(
                    RefreshTokenStore.NewFamily(), grant.ClientId, grant.PolicyId, grant.Scope, grant.Authentication,
                    exchange.Now, exchange.Now))
            : null;

    /// <summary>The next refresh token of the family.</summary>
    public static (string Token, TimeSpan Life)? Next(Exchange exchange, RefreshGrant before) => Issue(
        exchange, before with { SignedInAt = exchange.Tenant.Rules.TokenEndpoint.RefreshFamilyBegan(before.SignedInAt, exchange.Now) });

    /// <summary>Takes the token of a request of that application.</summary>
    public static (RefreshGrant? Grant, Trouble? Trouble) Take(Exchange exchange, Parameters form, AppRegistration app)
    {
        var tenant = exchange.Tenant;
        if (form["refresh_token"] is not { } token) return (null, Trouble.Missing("refresh_token"));
        var (outcome, grant) = tenant.Refresh.Look(token, tenant.Rules.TokenEndpoint.ReuseEndsTheFamily);
        if (outcome == RefreshOutcome.Revoked) return (null, Trouble.Revoked());
        if (grant is null) return (null, Trouble.Expired());

        // Whoever presents another one's token does not use it up.
        if ((tenant.Rules.TokenEndpoint.BindsRefreshTokensToClients
                && !string.Equals(grant.ClientId, app.ClientId, StringComparison.Ordinal))
            || !string.Equals(grant.PolicyId, exchange.Policy.PolicyId, StringComparison.Ordinal))
            return (null, Trouble.ForeignGrant());
        var wanted = form["scope"] ?? grant.Scope;
        if (tenant.Rules.TokenEndpoint.BindsRefreshesToTheirScope
            && wanted.Split(' ').Except(grant.Scope.Split(' '), StringComparer.Ordinal).Any())
            return (null, Trouble.WiderScope());
        if (tenant.Rules.TokenEndpoint.RefreshNeedsSession && !LivesOn(exchange, grant)) return (null, Trouble.Expired());
        if (tenant.Rules.TokenEndpoint.SpendsRefreshTokens && tenant.Refresh.Spend(token) is null) return (null, Trouble.Revoked());

        if (tenant.Rules.TokenEndpoint.RefreshUsesSession) UseSessions(exchange, grant);
        return (tenant.Rules.TokenEndpoint.BindsRefreshesToTheirScope ? grant : grant with { Scope = wanted }, null);
    }

    private static (string Token, TimeSpan Life)? Issue(Exchange exchange, RefreshGrant grant)
    {
        var lifetimes = exchange.Policy.Lifetimes;
        var isSinglePage = exchange.Tenant.App(grant.ClientId) is { SinglePage: true };
        var end = isSinglePage
            ? exchange.Tenant.Rules.TokenEndpoint.SinglePageRefreshEnd(grant.SignedInAt, exchange.Now)
            : Earlier(
                exchange.Now + lifetimes.Refresh, lifetimes.RefreshRolling is { } rolling
                    ? grant.SignedInAt + rolling
                    : DateTimeOffset.MaxValue);
        var kept = exchange.Tenant.Rules.TokenEndpoint.RefreshTokensEnd ? end : DateTimeOffset.MaxValue;
        return (exchange.Tenant.Refresh.Issue(grant with { ExpiresAt = kept }), end - exchange.Now);
    }

    // Only a fault comes here: session management plays no part in a refresh.
    private static void UseSessions(Exchange exchange, RefreshGrant grant)
    {
        foreach (
            var (id, _) in exchange.Tenant.Sessions.Snapshot().Where(known => known.Session.Subject == grant.Authentication.User.ObjectId))
            exchange.Tenant.Sessions.Apply(id, new SignInAsked(exchange.Policy.Settings, exchange.Now));
    }

    // Only a fault asks.
    private static bool LivesOn(Exchange exchange, RefreshGrant grant) => exchange.Tenant.Sessions.Snapshot()
        .Any(known => known.Session.Subject == grant.Authentication.User.ObjectId && exchange.Tenant.Sessions.Peek(known.Id) is not null);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
