using KmsiConformance.Reference.Federation;
using KmsiConformance.Reference.Pages;
using KmsiConformance.Reference.Sessions;
using KmsiConformance.Reference.Tokens;

namespace KmsiConformance.Reference.Http;

/// <summary>
/// Signs the user out and sends the browser on. A request that is refused changes nothing: whether the session should
/// end all the same is said nowhere.
/// </summary>
internal static class LogoutEndpoint
{
    public static async Task AnswerAsync(Exchange exchange)
    {
        var parameters = await exchange.ParametersAsync();
        var (hinted, hintTrouble) = Hinted(exchange, parameters);
        var uri = parameters["post_logout_redirect_uri"];
        var trouble = exchange.Tenant.Conduct.RequiresHint(exchange.Policy.Settings)
            ? hintTrouble ?? Enforced(exchange, hinted!, uri)
            : NotEnforced(exchange, uri);
        if (trouble is not null)
        {
            exchange.Log("refused", app: parameters["client_id"] ?? hinted?.ClientId, trouble: trouble);
            await exchange.ErrorPageAsync(trouble);
            return;
        }

        var clientId = parameters["client_id"] ?? hinted?.ClientId;
        var signedOut = EndSession(exchange, clientId);
        var told = await SignOutNotifications.OfAsync(exchange, signedOut, exchange.Tenant.App(clientId));
        if (exchange.Tenant.Conduct.SignOutNeedsTheProvider && signedOut is { Provider: not null } && await FederatedSignOut.FailsAsync(exchange, told))
        {
            await exchange.ErrorPageAsync(Trouble.ProviderDidNotSignOut());
            return;
        }

        await exchange.PageAsync(uri is null
            ? SignedOutPage.Render(exchange, told)
            : SigningOutPage.Render(exchange, WithState(uri, parameters["state"]), told));
    }

    /// <summary>Ends the session and answers with what it was.</summary>
    private static Session? EndSession(Exchange exchange, string? clientId)
    {
        var tenant = exchange.Tenant;
        var settings = exchange.Policy.Settings;

        // P-05: a session that belongs to one application can only be found when the request says which.
        if (settings.Scope == Policies.SsoScope.Application && clientId is null) return null;

        // A policy that suppresses sessions has none of its own; what can still be signed out of is the tenant's.
        var key = tenant.Conduct.KeyFor(settings, clientId ?? "", exchange.Policy.PolicyId) ?? SessionKey.Tenant;
        var transition = tenant.Sessions.Apply(SessionCookies.Presented(exchange, key), new SignOutAsked(settings, exchange.Now));
        SessionCookies.Carry(exchange, key, transition.Cookie);
        exchange.Log("signed-out", tenant.UserWithId(transition.SignedOut?.Subject ?? "")?.UserName, clientId);
        return transition.SignedOut;
    }

    // An expired hint is as good as a fresh one: people sign out after their tokens expired (N-32).
    private static (AppRegistration? App, Trouble? Trouble) Hinted(Exchange exchange, Parameters parameters)
    {
        if (parameters["id_token_hint"] is not { } hint) return (null, Trouble.NoHint());
        if (Jwt.Verify(hint) is not { } claims) return (null, Trouble.HintSignature());
        if (!claims.TryGetProperty("iss", out var issuer) || !issuer.ValueEquals(exchange.Tenant.Issuer)) return (null, Trouble.HintIssuer());
        if (!claims.TryGetProperty("aud", out var audience) || exchange.Tenant.App(audience.GetString()) is not { } app) return (null, Trouble.HintAudience());

        // N-33: if both name a client, it must be the same.
        return parameters["client_id"] is { } client && !string.Equals(client, app.ClientId, StringComparison.Ordinal)
            ? (null, Trouble.HintAudience())
            : (app, null);
    }

    private static Trouble? Enforced(Exchange exchange, AppRegistration app, string? uri) =>
        uri is null || exchange.Tenant.Conduct.IsRegistered(app, uri) ? null : Trouble.LogoutUriUnregistered(uri);

    // any address is followed, as long as it is one: no scripts, no data.
    private static Trouble? NotEnforced(Exchange exchange, string? uri)
    {
        if (uri is null || exchange.Tenant.Apps.Any(a => a.RedirectUris.Contains(uri, StringComparer.Ordinal))) return null;
        return Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp)
            ? null
            : Trouble.LogoutUriForm(uri);
    }

    private static string WithState(string uri, string? state)
    {
        if (state is null) return uri;
        var fragment = uri.IndexOf('#', StringComparison.Ordinal);
        var (address, rest) = fragment < 0 ? (uri, "") : (uri[..fragment], uri[fragment..]);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}state={Uri.EscapeDataString(state)}{rest}";
    }
}
