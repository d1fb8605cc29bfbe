using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>Errors that only Azure AD knows; codes as in its public list, the words are ours.</summary>
internal static class AzureAdTrouble
{
    /// <summary>The code of a sign-in that waits at the question .</summary>
    public const string Interrupt = "AADSTS50140";

    public static Trouble UnknownTenant(string tenant) => new("AADSTS90002", $"There is no tenant '{tenant}'.");

    public static Trouble LostState() =>
        new(
            "AADSTS165000",
            "The sign-in that this page belongs to is not known any more, or was answered already. Go back to the application "
            + "and start again.");

    public static Trouble TooManyAttempts() =>
        new("AADSTS50053", "Too many attempts with a wrong password. Go back to the application and start again.");

    public static Trouble WrongCredentials() => new("AADSTS50126", "Your account or password is incorrect.", "invalid_grant");

    public static Trouble FederationRefused() => new("AADSTS50107", "The federated service's answer cannot be accepted.");

    public static Trouble ConsentRefused() =>
        new("AADSTS65004", "The user did not consent to give the application access.", "access_denied");
}
