using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>Errors of the provider; the code is OAuth's.</summary>
internal static class OpenIdTrouble
{
    public static Trouble LostState() =>
        new(
            "invalid_request",
            "The page that was answered is not known any more, or was answered already. Go back to the application and start again.");

    public static Trouble Hint() => new("invalid_request", "The id_token_hint was not issued by this provider.");

    public static Trouble AcrValues() => new(
        "unmet_authentication_requirements", "None of the acr_values can be met.", "unmet_authentication_requirements");

    public static Trouble OtherUser() => new("login_required", "Somebody else signed in than the application expects.", "login_required");

    public static Trouble ConsentRefused() => new("access_denied", "The user did not consent.", "access_denied");

    public static Trouble NotTold() => new("server_error", "An application could not be told of the sign-out.");

    public static Trouble LogoutClient() =>
        new("invalid_request", "The client_id is not that of the application to which the id_token_hint was issued.");

    public static Trouble LogoutAddress(string uri) =>
        new("invalid_request", $"The post_logout_redirect_uri '{uri}' is not registered for the application.");
}
