using KmsiConformance.Reference.B2c.Federation;
using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.B2c.Http;

/// <summary>Errors that only this product has. Codes as in the public list of error codes.</summary>
internal static class B2cTrouble
{
    public static Trouble ProviderFailed(ProviderAnswer.Failed failed) => new(
        "AADB2C90273",
        failed.Denied
            ? "The user cancelled at the identity provider."
            : $"The identity provider did not sign the user in ({failed.Error}): {failed.Description}",
        failed.Denied ? "access_denied" : "server_error");

    /// <summary>A service of the journey failed; the application learns of it.</summary>
    public static Trouble ServiceFailed(string exchange, string words) =>
        new("AADB2C90075", $"The claims exchange '{exchange}' failed: {words}", "server_error");

    /// <summary>A service does not let the user in; the words are for the user, on the sign-in page.</summary>
    public static Trouble ServiceRefused(string words) => new("AADB2C90075", words);

    public static Trouble ProviderDidNotSignOut() => new("AADB2C90274", "The identity provider did not sign the user out.");

    public static Trouble SamlRefused(string because) => new("AADB2C90165", $"The SAML message cannot be accepted: {because}.");

    public static Trouble UnknownExchange(string? exchange) => new("AADB2C90055", $"This page offers no identity provider '{exchange}'.");

    public static Trouble NotSignedIn() => new("AADB2C90255", "The sign-in step was left before it was complete.", "server_error");

    public static Trouble TooManyAttempts() => new("AADB2C90157", "Too many attempts. Go back to the application and start again.");

    public static Trouble TooManyCodes() =>
        new("AADB2C90151", "Too many codes that were not right. Go back to the application and start again.");

    public static Trouble WrongCode() =>
        new("AADB2C90142", "That is not the code that your app shows now, or it was used before. Wait for the next one.");

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
}
