using System.Globalization;
using KmsiConformance.IdentityProviders.Pages;
using KmsiConformance.IdentityProviders.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.IdentityProviders.OpenIdConnect;

/// <summary>Answers authorization requests of OpenID Connect and OAuth 2.0 clients: with a code, or with an error.</summary>
internal static class AuthorizeEndpoint
{
    public static Task AnswerAsync(Provider provider, HttpContext context)
    {
        if (provider.Options.Protocol == ProviderProtocol.Saml)
            return Provider.ErrorAsync(provider, context, "This provider speaks SAML only.", StatusCodes.Status404NotFound);
        provider.Observer.SignInAsked(provider.Name, "authorize");
        var query = context.Request.Query;
        if (provider.Client(query["client_id"]) is not { } client)
            return Provider.ErrorAsync(provider, context, $"Nobody is registered as '{query["client_id"]}'.");
        var redirectUri = query["redirect_uri"].ToString();
        if (!client.RedirectUris.Contains(redirectUri, StringComparer.Ordinal))
            return Provider.ErrorAsync(provider, context, $"'{redirectUri}' is not registered for {client.ClientId}.");

        var request = new CodeRequest(
            provider, client, redirectUri, query["state"], query["nonce"], query["code_challenge"], query["response_mode"] == "form_post")
        {
            Lifetime = uint.TryParse(query["session_lifetime"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null,
        };
        var prompt = query["prompt"].ToString().Split(' ');
        if (provider.Options.Misbehaves == ProviderMisbehaviour.FailsAtSignIn)
            return request.RefuseAsync(context, "server_error", "The provider cannot sign anybody in at the moment.");
        if (query["response_type"] != "code")
            return request.RefuseAsync(context, "unsupported_response_type", "Expected response_type=code.");
        if (query["code_challenge"].Count > 0 && query["code_challenge_method"] != "S256")
            return request.RefuseAsync(context, "invalid_request", "Expected code_challenge_method=S256.");
        if (prompt.Contains("none") && provider.SessionOf(context) is null)
            return request.RefuseAsync(context, "login_required", "Nobody is signed in here, and prompt=none forbids asking.");
        return provider.GrantOrAskAsync(context, request, demandsCredentials: prompt.Contains("login"));
    }
}

/// <summary>An authorization request that is in order.</summary>
internal sealed record CodeRequest(
    Provider Provider, ProviderClient Registered, string RedirectUri, string? State, string? Nonce, string? Challenge,
    bool AsForm) : PendingRequest
{
    public override string Client => Registered.ClientId;

    /// <summary>
    /// The parameter <c>session_lifetime</c>, an extension of this provider, in seconds. Whoever sends it takes a say
    /// in a session that is not theirs.
    /// </summary>
    public override TimeSpan? WantedSession => Lifetime;

    public TimeSpan? Lifetime { get; init; }

    public override Task GrantAsync(HttpContext context, ProviderSession session) =>
        SendAsync(context, ("code", Provider.Codes.Issue(new CodeGrant(this, session))));

    public override Task CancelAsync(HttpContext context) => RefuseAsync(context, "access_denied", "The user cancelled.");

    public Task RefuseAsync(HttpContext context, string error, string description) =>
        SendAsync(context, ("error", error), ("error_description", description));

    private Task SendAsync(HttpContext context, params IEnumerable<(string Name, string? Value)> answer)
    {
        // RFC 9207: says who answers, so that a client cannot be made to mix providers up.
        List<(string Name, string? Value)> all = [.. answer, ("state", State), ("iss", Provider.Origin)];
        var given = all.Where(pair => pair.Value is not null).Select(pair => (pair.Name, Value: pair.Value!)).ToList();
        if (AsForm) return Provider.PageAsync(context, ProviderPages.FormPost(Provider.Name, RedirectUri, given));
        context.Response.Redirect(
            QueryHelpers.AddQueryString(RedirectUri, given.Select(pair => KeyValuePair.Create<string, string?>(pair.Name, pair.Value))));
        return Task.CompletedTask;
    }
}
