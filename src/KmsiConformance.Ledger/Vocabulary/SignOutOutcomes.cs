namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>What a sign-out turned out to be, as scenarios expect it.</summary>
public static class SignOutOutcomes
{
    /// <summary>The browser came back to the app's page for signed-out users, with the app's state.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>The login endpoint showed an error page and sent the browser nowhere.</summary>
    public const string Refused = "refused";

    /// <summary>The login endpoint kept the browser, with whatever page: it may have signed the user out or not.</summary>
    public const string NoRedirect = "no-redirect";

    /// <summary>The browser was sent to an address that is not the app's.</summary>
    public const string SentElsewhere = "sent-elsewhere";

    /// <summary>The login endpoint showed its own page for signed-out users.</summary>
    public const string SignedOutPage = "signed-out-page";

    /// <summary>The login endpoint asked whether to sign out, and nobody answered.</summary>
    public const string Asked = "asked";

    /// <summary>The logout endpoint was not called, or called and the browser stayed there.</summary>
    public const string Stuck = "stuck";

    /// <summary>The recipe does not recognise what happened; nobody may pass or fail on it.</summary>
    public const string Unknown = "unknown";
}
