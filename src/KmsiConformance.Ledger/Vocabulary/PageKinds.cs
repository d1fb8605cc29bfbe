namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>
/// What a page that was shown is: <see cref="PageShown.Kind"/>. The names of pages that come between are those of the
/// recipes.
/// </summary>
public static class PageKinds
{
    /// <summary>Asks for credentials.</summary>
    public const string Credentials = "credentials";

    /// <summary>Says that something went wrong.</summary>
    public const string Error = "error";

    /// <summary>The login endpoint's own page for users who signed out.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>A page of an app.</summary>
    public const string App = "app";

    /// <summary>A page of an identity provider that asks for nothing.</summary>
    public const string Provider = "provider";

    /// <summary>The protected page of the login endpoint's own site, as whoever is signed in sees it.</summary>
    public const string Protected = "protected";

    /// <summary>No page: the address belongs to no web site and to no app.</summary>
    public const string Left = "left";

    /// <summary>None that the recipe knows.</summary>
    public const string Unknown = "unknown";

    /// <summary>The demand for a second factor .</summary>
    public const string SecondFactor = "second-factor";

    /// <summary>The question whether to stay signed in.</summary>
    public const string StaySignedIn = "stay-signed-in";

    /// <summary>The question whether to sign out, before a sign-out that might be somebody else's doing (N-34).</summary>
    public const string ConfirmSignOut = "confirm-sign-out";

    /// <summary>The question whether an app may have what it asks for.</summary>
    public const string Consent = "consent";

    /// <summary>The login endpoint takes no more sign-ins for now, or has locked the account.</summary>
    public const string Throttled = "throttled";

    /// <summary>The question which account to go on with (N-05).</summary>
    public const string SelectAccount = "select-account";

    /// <summary>Tells something, decides nothing, and goes on by a button.</summary>
    public const string Notice = "notice";
}
