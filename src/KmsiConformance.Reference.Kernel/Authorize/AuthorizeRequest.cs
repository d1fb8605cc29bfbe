using System.Globalization;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Reference.Kernel.Authorize;

/// <summary>How an answer travels to the application.</summary>
internal enum ResponseMode
{
    Query,
    Fragment,
    FormPost,
}

/// <summary>A sign-in request that is in order.</summary>
internal sealed record AuthorizeRequest
{
    public required AppRegistration App { get; init; }

    public required string RedirectUri { get; init; }

    public required ResponseMode Mode { get; init; }

    public string? State { get; init; }

    public bool WantsCode { get; init; }

    public bool WantsIdToken { get; init; }

    public string Scope { get; init; } = "";

    public string? Nonce { get; init; }

    public IReadOnlyList<string> Prompt { get; init; } = [];

    public TimeSpan? MaxAge { get; init; }

    public string? LoginHint { get; init; }

    /// <summary>How the application would like the user to be signed in, the best first.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>When it came, and with it the page that asks for credentials.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How the answer travels; null by redirect or form, as OpenID Connect says.</summary>
    public IAnswerChannel? Channel { get; init; }

    /// <summary>The domain of the identity provider that the application wants.</summary>
    public string? DomainHint { get; init; }

    public string? CodeChallenge { get; init; }

    /// <summary>A token of the user whom the application expects; null where it expects nobody in particular.</summary>
    public string? IdTokenHint { get; init; }
}

/// <summary>Judges the parameters of a sign-in request, in the order in which a mistake decides who may learn of it.</summary>
internal static class AuthorizeRequestReader
{
    private const int HashLength = 32;

    private static readonly string[] PromptValues = ["none", "login", "consent", "select_account"];

    /// <summary>
    /// Reads a sign-in request. One that is not in order is answered here: on a page of the service as long as nobody else
    /// may be told, then to the application.
    /// </summary>
    /// <param name="further">What the product objects to beyond that; null for nothing.</param>
    /// <returns>Null when it has been answered.</returns>
    public static async Task<AuthorizeRequest?> ReadAsync(Exchange exchange, Func<AuthorizeRequest, Trouble?>? further = null)
    {
        var parameters = exchange.Tenant.Rules.Authorize.TakesPostedRequests ? await exchange.ParametersAsync() : exchange.Query();
        var (addressee, unanswerable) = ReadAddressee(parameters, exchange.Tenant);
        if (addressee is null)
        {
            if (exchange.Tenant.Rules.Authorize.TellsStrangersOfErrors && parameters["redirect_uri"] is { } anywhere)
            {
                exchange.Http.Response.Redirect(QueryHelpers.AddQueryString(anywhere, "error", "invalid_request"));
                return null;
            }

            exchange.Log("refused", trouble: unanswerable);
            await exchange.ErrorPageAsync(unanswerable!);
            return null;
        }

        var (request, trouble) = Complete(addressee, parameters, exchange.Tenant.Rules.Authorize.NoneMayHaveCompany);
        if (request is not null) trouble = further?.Invoke(request);
        if (trouble is null) return request! with { At = exchange.Now };
        await AppAnswer.RefuseAsync(exchange, addressee, trouble);
        return null;
    }

    /// <summary>
    /// The application and where its answers go. A mistake here is shown on a page of the service: nothing that was not
    /// registered is ever redirected to (RFC 6749, 4.1.2.1).
    /// </summary>
    private static (AuthorizeRequest? Addressee, Trouble? Trouble) ReadAddressee(Parameters parameters, Tenant tenant)
    {
        if (parameters.Repeated("client_id", "redirect_uri") is { } repeated) return (null, Trouble.Repeated(repeated));
        if (parameters["client_id"] is not { } clientId) return (null, Trouble.NoClient());
        if (tenant.App(clientId) is not { } app) return (null, Trouble.UnknownClient(clientId));
        if (app.RedirectUris.Count == 0) return (null, Trouble.NoRedirects(clientId));
        if (parameters["redirect_uri"] is not { } redirectUri) return (null, Trouble.Missing("redirect_uri"));
        if (!tenant.Rules.Authorize.IsRegistered(app, redirectUri))
            return (null, Trouble.UnregisteredRedirect(redirectUri, clientId));

        var wantsIdToken = parameters.Words("response_type").Contains("id_token", StringComparer.Ordinal);
        return (new AuthorizeRequest
        {
            App = app,
            RedirectUri = redirectUri,
            State = parameters["state"],
            WantsIdToken = wantsIdToken,
            WantsCode = parameters.Words("response_type").Contains("code", StringComparer.Ordinal),
            Mode = parameters["response_mode"] switch
            {
                "form_post" => ResponseMode.FormPost,
                "fragment" => ResponseMode.Fragment,
                "query" when !wantsIdToken => ResponseMode.Query,
                _ => wantsIdToken ? ResponseMode.Fragment : ResponseMode.Query,
            },
        }, null);
    }

    /// <summary>The rest of the request. A mistake here goes back to the application.</summary>
    /// <param name="noneMayHaveCompany">Whether prompt=none together with another value is let through; only by a fault.</param>
    private static (AuthorizeRequest? Request, Trouble? Trouble) Complete(
        AuthorizeRequest addressee, Parameters parameters, bool noneMayHaveCompany)
    {
        var trouble = Repeated(parameters) ?? Response(parameters, addressee) ?? Scope(parameters, addressee)
            ?? Prompt(parameters, noneMayHaveCompany) ?? Age(parameters) ?? Challenge(parameters, addressee);
        return trouble is not null
            ? (null, trouble)
            : (addressee with
            {
                Scope = parameters["scope"]!,
                Nonce = parameters["nonce"],
                Prompt = parameters.Words("prompt"),
                MaxAge = parameters["max_age"] is { } age ? TimeSpan.FromSeconds(int.Parse(age, CultureInfo.InvariantCulture)) : null,
                LoginHint = parameters["login_hint"],
                AcrValues = parameters.Words("acr_values"),
                DomainHint = parameters["domain_hint"],
                CodeChallenge = parameters["code_challenge"],
                IdTokenHint = parameters["id_token_hint"],
            }, null);
    }

    private static Trouble? Repeated(Parameters parameters) =>
        parameters.Repeated(
            "response_type", "response_mode", "scope", "state", "nonce", "prompt", "max_age", "code_challenge",
            "code_challenge_method") is { } name
            ? Trouble.Repeated(name)
            : null;

    private static Trouble? Response(Parameters parameters, AuthorizeRequest addressee)
    {
        if (parameters["response_type"] is not { } type) return Trouble.Missing("response_type");
        if (parameters.Words("response_type").Any(word => word is not ("code" or "id_token"))) return Trouble.ResponseType(type);
        return parameters["response_mode"] is { } mode
            && (
                mode is not ("query" or "fragment" or "form_post")
                    || (string.Equals(mode, "query", StringComparison.Ordinal) && addressee.WantsIdToken))
            ? Trouble.ResponseMode(mode)
            : null;
    }

    private static Trouble? Scope(Parameters parameters, AuthorizeRequest addressee)
    {
        if (parameters["scope"] is null) return Trouble.NoScope();
        if (!addressee.WantsIdToken) return null;
        if (!parameters.Words("scope").Contains("openid", StringComparer.Ordinal)) return Trouble.NoOpenId();
        return parameters["nonce"] is null ? Trouble.Missing("nonce") : null;
    }

    // N-02: none does not go with anything else.
    private static Trouble? Prompt(Parameters parameters, bool noneMayHaveCompany)
    {
        var words = parameters.Words("prompt");
        var legal = words.All(w => PromptValues.Contains(w, StringComparer.Ordinal))
            && (words.Count <= 1 || noneMayHaveCompany || !words.Contains("none", StringComparer.Ordinal));
        return legal ? null : Trouble.IllegalPrompt(parameters["prompt"]!);
    }

    private static Trouble? Age(Parameters parameters) =>
        parameters["max_age"] is { } age && !int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? Trouble.MaxAge(age)
            : null;

    private static Trouble? Challenge(Parameters parameters, AuthorizeRequest addressee)
    {
        if (parameters["code_challenge"] is not { } challenge)
            return addressee.WantsCode && addressee.App.Secret is null ? Trouble.NoChallenge() : null;
        if (parameters["code_challenge_method"] is not "S256")
            return Trouble.ChallengeMethod(parameters["code_challenge_method"] ?? "plain");
        return Base64Url.Decode(challenge) is { Length: HashLength } ? null : Trouble.ChallengeForm();
    }
}
