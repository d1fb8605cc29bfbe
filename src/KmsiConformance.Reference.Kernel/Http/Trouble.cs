namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>
/// Something wrong with a request: the service's code, our words, and, where an application may learn of it, the OAuth
/// error. Codes as in the public list of error codes.
/// </summary>
/// <param name="Code">For example <c>AADB2C90077</c>.</param>
/// <param name="OAuthError">For example <c>interaction_required</c>.</param>
internal sealed record Trouble(string Code, string Message, string OAuthError = "invalid_request")
{
    public static Trouble UnknownClient(string clientId) =>
        new("AADB2C90018", $"This tenant has no application with the client ID '{clientId}'.", "unauthorized_client");

    public static Trouble NoClient() => new("AADB2C90008", "The request names no client ID.");

    public static Trouble UnregisteredRedirect(string uri, string clientId) =>
        new("AADB2C90006", $"The redirect URI '{uri}' is not one of those registered for the application '{clientId}'.");

    public static Trouble NoRedirects(string clientId) =>
        new("AADB2C90007", $"The application '{clientId}' has no redirect URI registered.");

    public static Trouble Missing(string parameter) => new("AADB2C90083", $"The request lacks the parameter {parameter}.");

    public static Trouble Repeated(string parameter) => new("AADB2C90122", $"The request gives the parameter {parameter} more than once.");

    public static Trouble NoScope() => new("AADB2C90010", "The request asks for no scope.");

    public static Trouble ResponseType(string type) =>
        new(
            "AADB2C90013", $"The response type '{type}' is not supported. Expected code, id_token or code id_token.",
            "unsupported_response_type");

    public static Trouble ResponseMode(string mode) =>
        new(
            "AADB2C90014",
            $"The response mode '{mode}' is not supported here. Expected query, fragment or form_post; tokens never travel in a query.");

    public static Trouble NoOpenId() => new("AADB2C90110", "An id_token is only given for the scope openid.", "invalid_scope");

    public static Trouble IllegalPrompt(string prompt) =>
        new("AADB2C90043", $"The prompt '{prompt}' is not valid. Expected none alone, or login, consent or select_account.");

    public static Trouble MaxAge(string value) => new("AADB2C90120", $"The max_age '{value}' is not a whole number of seconds from 0.");

    public static Trouble ChallengeMethod(string method) =>
        new("AADB2C90184", $"The code_challenge_method '{method}' is not accepted. Expected S256.");

    public static Trouble ChallengeForm() => new("AADB2C90183", "The code_challenge is not the base64url form of a SHA-256 hash.");

    public static Trouble NoChallenge() => new("AADB2C99059", "A public client must send a code_challenge.");

    public static Trouble NoSession() =>
        new("AADB2C90077", "There is no session, and prompt=none forbids asking the user.", "interaction_required");

    public static Trouble LostState() =>
        new("AADB2C90046", "The sign-in that this page belongs to is not known any more. Go back to the application and start again.");

    public static Trouble UnknownAddress() => new("AADB2C90037", "There is nothing at this address.");

    public static Trouble Malformed(string problem) => new("AADB2C90122", $"The request cannot be read: {problem}");

    public static Trouble Expired() =>
        new("AADB2C90080", "The refresh token is not known: its time is over, or it is not one of this service.", "invalid_grant");

    public static Trouble Revoked() =>
        new("AADB2C90129", "The refresh token was revoked.", "invalid_grant");

    public static Trouble ForeignGrant() =>
        new("AADB2C90088", "The refresh token was given to another application, or by another policy.", "invalid_grant");

    public static Trouble WiderScope() => new("AADB2C90117", "A refresh gives no more scopes than the sign-in did.", "invalid_scope");

    /// <summary>As it is sent to applications: code, message, correlation id and time on lines of their own.</summary>
    public string Describe(string correlationId, DateTimeOffset at) => FormattableString.Invariant(
        $"{Code}: {Message}\r\nCorrelation ID: {correlationId}\r\nTimestamp: {at.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z\r\n");
}
