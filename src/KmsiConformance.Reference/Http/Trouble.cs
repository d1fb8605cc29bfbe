using KmsiConformance.Reference.Federation;

namespace KmsiConformance.Reference.Http;

/// <summary>
/// Something wrong with a request: the service's code, our words, and, where an application may learn of it, the OAuth
/// error. Codes as in the public list of error codes.
/// </summary>
/// <param name="Code">For example <c>AADB2C90077</c>.</param>
/// <param name="OAuthError">For example <c>interaction_required</c>.</param>
internal sealed record Trouble(string Code, string Message, string OAuthError = "invalid_request")
{
    public static Trouble UnknownClient(string clientId) => new("AADB2C90018", $"This tenant has no application with the client ID '{clientId}'.", "unauthorized_client");

    public static Trouble NoClient() => new("AADB2C90008", "The request names no client ID.");

    public static Trouble UnregisteredRedirect(string uri, string clientId) =>
        new("AADB2C90006", $"The redirect URI '{uri}' is not one of those registered for the application '{clientId}'.");

    public static Trouble NoRedirects(string clientId) => new("AADB2C90007", $"The application '{clientId}' has no redirect URI registered.");

    public static Trouble Missing(string parameter) => new("AADB2C90083", $"The request lacks the parameter {parameter}.");

    public static Trouble Repeated(string parameter) => new("AADB2C90122", $"The request gives the parameter {parameter} more than once.");

    public static Trouble NoScope() => new("AADB2C90010", "The request asks for no scope.");

    public static Trouble ResponseType(string type) =>
        new("AADB2C90013", $"The response type '{type}' is not supported. Expected code, id_token or code id_token.", "unsupported_response_type");

    public static Trouble ResponseMode(string mode) =>
        new("AADB2C90014", $"The response mode '{mode}' is not supported here. Expected query, fragment or form_post; tokens never travel in a query.");

    public static Trouble NoOpenId() => new("AADB2C90110", "An id_token is only given for the scope openid.", "invalid_scope");

    public static Trouble IllegalPrompt(string prompt) =>
        new("AADB2C90043", $"The prompt '{prompt}' is not valid. Expected none alone, or login, consent or select_account.");

    public static Trouble MaxAge(string value) => new("AADB2C90120", $"The max_age '{value}' is not a whole number of seconds from 0.");

    public static Trouble ChallengeMethod(string method) => new("AADB2C90184", $"The code_challenge_method '{method}' is not accepted. Expected S256.");

    public static Trouble ChallengeForm() => new("AADB2C90183", "The code_challenge is not the base64url form of a SHA-256 hash.");

    public static Trouble NoChallenge() => new("AADB2C99059", "A public client must send a code_challenge.");

    public static Trouble NoSession() => new("AADB2C90077", "There is no session, and prompt=none forbids asking the user.", "interaction_required");

    public static Trouble ProviderFailed(ProviderAnswer.Failed failed) => new(
        "AADB2C90273",
        failed.Denied ? "The user cancelled at the identity provider." : $"The identity provider did not sign the user in ({failed.Error}): {failed.Description}",
        failed.Denied ? "access_denied" : "server_error");

    public static Trouble ProviderDidNotSignOut() => new("AADB2C90274", "The identity provider did not sign the user out.");

    public static Trouble SamlRefused(string because) => new("AADB2C90165", $"The SAML message cannot be accepted: {because}.");

    public static Trouble UnknownExchange(string? exchange) => new("AADB2C90055", $"This page offers no identity provider '{exchange}'.");

    public static Trouble NotSignedIn() => new("AADB2C90255", "The sign-in step was left before it was complete.", "server_error");

    public static Trouble LostState() => new("AADB2C90046", "The sign-in that this page belongs to is not known any more. Go back to the application and start again.");

    public static Trouble TooManyAttempts() => new("AADB2C90157", "Too many attempts. Go back to the application and start again.");

    public static Trouble TooManyCodes() => new("AADB2C90151", "Too many codes that were not right. Go back to the application and start again.");

    public static Trouble WrongCode() => new("AADB2C90142", "That is not the code that your app shows now, or it was used before. Wait for the next one.");

    public static Trouble WrongPassword() => new("AADB2C90054", "The user name or password is not right.");

    public static Trouble UnknownUser() => new("AADB2C90053", "The user name or password is not right.");

    public static Trouble NoHint() => new("AADB2C90272", "This policy signs people out only for a request with an id_token_hint.");

    public static Trouble HintExpired() => new("AADB2C90208", "The time of the id_token_hint is over.");

    public static Trouble HintSignature() => new("AADB2C90233", "The id_token_hint was not signed by this service.");

    public static Trouble HintIssuer() => new("AADB2C90232", "The id_token_hint was not issued by this tenant.");

    public static Trouble HintAudience() => new("AADB2C90209", "The id_token_hint was issued for another application.");

    public static Trouble NoLogoutUri() => new("AADB2C90036", "The request names no post_logout_redirect_uri.");

    public static Trouble LogoutUriForm(string uri) =>
        new("AADB2C90067", $"The post_logout_redirect_uri '{uri}' is not a complete https address.");

    public static Trouble LogoutUriUnregistered(string uri) =>
        new("AADB2C90006", $"The post_logout_redirect_uri '{uri}' is not one of the application's registered redirect URIs.");

    public static Trouble UnknownPolicy(string? policy) => new("AADB2C90022", $"This tenant has no policy '{policy}'.");

    public static Trouble UnknownAddress() => new("AADB2C90037", "There is nothing at this address.");

    public static Trouble Malformed(string problem) => new("AADB2C90122", $"The request cannot be read: {problem}");

    public static Trouble Expired() => new("AADB2C90080", "The refresh token is not known: its time is over, or it is not one of this service.", "invalid_grant");

    public static Trouble Revoked() => new("AADB2C90129", "The refresh token was revoked, because it or one that came from it was used twice.", "invalid_grant");

    public static Trouble ForeignGrant() => new("AADB2C90088", "The refresh token was given to another application, or by another policy.", "invalid_grant");

    public static Trouble WiderScope() => new("AADB2C90117", "A refresh gives no more scopes than the sign-in did.", "invalid_scope");

    /// <summary>As it is sent to applications: code, message, correlation id and time on lines of their own.</summary>
    public string Describe(string correlationId, DateTimeOffset at) => FormattableString.Invariant(
        $"{Code}: {Message}\r\nCorrelation ID: {correlationId}\r\nTimestamp: {at.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z\r\n");
}
