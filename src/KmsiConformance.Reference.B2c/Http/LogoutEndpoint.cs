using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.B2c.SignIn;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Sessions;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>
/// Signs the user out and sends the browser on. A request that is refused changes nothing: whether the session should
/// end all the same is said nowhere.
/// </summary>
internal static class LogoutEndpoint
{
    public static async Task AnswerAsync(Exchange exchange)
    {
        var rules = exchange.Tenant.Rules;
        var parameters = await exchange.ParametersAsync();
        var (hinted, hintTrouble) = Hinted(exchange, parameters);
        var uri = parameters["post_logout_redirect_uri"];
        var trouble = rules.SignOutHint.RequiresHint(exchange.Policy.Settings, exchange.IsPost)
            ? hintTrouble ?? Enforced(exchange, hinted!, uri)
            : NotEnforced(exchange, uri);
        if (uri is null && rules.SignOut.SignOutNeedsAnAddress) trouble ??= B2cTrouble.NoLogoutUri();
        if (trouble is not null)
        {
            exchange.Log("refused", app: parameters["client_id"] ?? hinted?.ClientId, trouble: trouble);
            await RefuseAsync(exchange, trouble, uri);
            return;
        }

        var clientId = parameters["client_id"] ?? hinted?.ClientId;
        var signedOut = EndSession(exchange, clientId);
        if (signedOut is null && rules.SignOut.SignOutNeedsASession)
        {
            await RefuseAsync(exchange, Trouble.NoSession(), uri);
            return;
        }

        var told = rules.Notification.ThroughTheBrowser(
            await SignOutNotifications.OfAsync(exchange, signedOut, exchange.Tenant.App(clientId)));
        if (rules.Federation.SignOutNeedsTheProvider
            && signedOut is { Provider: not null }
            && await FederatedSignOut.FailsAsync(exchange, told))
        {
            await exchange.ErrorPageAsync(B2cTrouble.ProviderDidNotSignOut());
            return;
        }

        await exchange.PageAsync(uri is null
            ? SignedOutPage.Render(exchange, told)
            : SigningOutPage.Render(exchange, rules.PostLogoutRedirect.AddressWithState(uri, parameters["state"]), told));
    }

    /// <summary>Ends the session and answers with what it was.</summary>
    private static Session? EndSession(Exchange exchange, string? clientId)
    {
        var tenant = exchange.Tenant;
        var settings = exchange.Policy.Settings;

        // P-05: a session that belongs to one application can only be found when the request says which.
        if (settings.Scope == Policies.SsoScope.Application)
        {
            clientId = tenant.Rules.SignOut.ClientToSignOut(clientId, [.. tenant.Apps]);
            if (clientId is null) return null;
        }

        // A policy that suppresses sessions has none of its own; what can still be signed out of is the tenant's.
        var own = tenant.Rules.Sessions.KeyFor(settings, clientId ?? "", exchange.Policy.PolicyId) ?? SessionKey.Tenant;
        Session? signedOut = null;
        foreach (var key in tenant.Rules.SignOut.SignedOut(own, [.. tenant.Apps]))
        {
            var transition = tenant.Sessions.Apply(SessionCookies.Presented(exchange, key), new SignOutAsked(settings, exchange.Now));
            SessionCookies.Carry(exchange, key, transition.Cookie);
            if (key == own) signedOut = transition.SignedOut;
        }

        exchange.Log("signed-out", tenant.UserWithId(signedOut?.Subject ?? "")?.UserName, clientId);
        return signedOut;
    }

    private static (AppRegistration? App, Trouble? Trouble) Hinted(Exchange exchange, Parameters parameters)
    {
        var rules = exchange.Tenant.Rules;
        if (parameters["id_token_hint"] is not { } hint) return (null, B2cTrouble.NoHint());
        if (rules.SignOutHint.ReadHint(hint) is not { } claims) return (null, B2cTrouble.HintSignature());
        if (!claims.TryGetProperty("iss", out var issuer) || !rules.SignOutHint.IsIssuer(issuer.ToString(), exchange.Tenant.Issuer))
            return (null, B2cTrouble.HintIssuer());
        if (!rules.SignOutHint.AcceptsExpiredHint
            && claims.TryGetProperty("exp", out var end)
            && end.GetInt64() <= exchange.Now.ToUnixTimeSeconds())
            return (null, B2cTrouble.HintExpired());
        if (!claims.TryGetProperty("aud", out var audience) || exchange.Tenant.App(audience.ToString()) is not { } app)
            return (null, B2cTrouble.HintAudience());

        // N-33: if both name a client, it must be the same.
        if (parameters["client_id"] is not { } client || string.Equals(client, app.ClientId, StringComparison.Ordinal)) return (app, null);
        return rules.SignOutHint.AcceptsHintOfAnotherApplication && exchange.Tenant.App(client) is { } named
            ? (named, null)
            : (null, B2cTrouble.HintAudience());
    }

    private static Trouble? Enforced(Exchange exchange, AppRegistration app, string? uri) =>
        uri is null
            || exchange.Tenant.Rules.PostLogoutRedirect
            .AddressOwners(app, [.. exchange.Tenant.Apps])
            .Any(owner => exchange.Tenant.Rules.PostLogoutRedirect.IsRegistered(owner, uri))
            ? null
            : B2cTrouble.LogoutUriUnregistered(uri);

    // any address is followed, as long as it is one: no scripts, no data. A native app's is one if it is registered.
    private static Trouble? NotEnforced(Exchange exchange, string? uri) =>
        uri is null
            || exchange.Tenant.Apps.Any(app => app.RedirectUris.Contains(uri, StringComparer.Ordinal))
            || exchange.Tenant.Rules.PostLogoutRedirect.Follows(uri)
            ? null
            : B2cTrouble.LogoutUriForm(uri);

    private static Task RefuseAsync(Exchange exchange, Trouble trouble, string? uri) =>
        uri is not null && exchange.Tenant.Rules.PostLogoutRedirect.RefusedSignOutGoesOn
        ? exchange.PageAsync(SigningOutPage.Render(exchange, uri, []))
        : exchange.ErrorPageAsync(trouble);
}
