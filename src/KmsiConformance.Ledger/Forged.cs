namespace KmsiConformance.Ledger;

/// <summary>What somebody carries from their own browser into that of another.</summary>
public static class Forged
{
    /// <summary>The sign-in page, filled in with their own credentials.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Their answer to the question whether to stay signed in, which completes their sign-in.</summary>
    public const string StaySignedIn = "stay-signed-in";

    /// <summary>The answer of an identity provider or a federated service, which vouches for them.</summary>
    public const string ProviderAnswer = "provider-answer";

    /// <summary>Their yes to the question whether to sign out.</summary>
    public const string SignOut = "sign-out";

    /// <summary>A LogoutRequest in the name of a SAML app, which the app has not sent.</summary>
    public const string LogoutRequest = "logout-request";
}
