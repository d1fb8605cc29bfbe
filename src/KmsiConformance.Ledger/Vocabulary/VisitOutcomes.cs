namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>What a visit to an app turned out to be: <see cref="SignInObserved.Outcome"/>, and as scenarios expect it.</summary>
public static class VisitOutcomes
{
    public const string Silent = "silent";
    public const string Prompt = "prompt";
    public const string SignedIn = "signed-in";
    public const string Rejected = "rejected";
    public const string AppSession = "app-session";

    /// <summary>As scenarios expect it of a session in use: <see cref="Silent"/>, or it has ended, and not for want of use.</summary>
    public const string SilentOrEnded = "silent-or-ended";

    /// <summary>An identity provider's own page asks for credentials.</summary>
    public const string PromptAtProvider = "prompt-at-provider";

    /// <summary>An identity provider was chosen on the login endpoint's page, and nobody asked for credentials.</summary>
    public const string SilentAtProvider = "silent-at-provider";

    public const string Error = "error";

    /// <summary>What stands before the OAuth error where one is expected.</summary>
    public const string ErrorLead = "error: ";

    /// <summary>The login endpoint asks for a second factor, and the app got nothing .</summary>
    public const string SecondFactorAsked = "second-factor";

    /// <summary>The session answered for the password, a second factor was given, and the app began a session.</summary>
    public const string SecondFactorGiven = "second-factor-given";

    /// <summary>The user left the question whether to stay signed in unanswered, and the app got nothing .</summary>
    public const string Abandoned = "abandoned";

    /// <summary>A page that asks something else than credentials came between, and nobody answered it (N-05).</summary>
    public const string Interrupted = "interrupted";

    /// <summary>Whatever is shown, it is nothing that needs a sign-in, and the app got nothing.</summary>
    public const string NobodySignedIn = "nobody-signed-in";

    /// <summary>The login endpoint refused the request, on a page of its own or by an error that the app received.</summary>
    public const string Refused = "refused";

    /// <summary>The page of one app's sign-in was filled in, and another app got the answer (N-19).</summary>
    public const string AnsweredElsewhere = "answered-elsewhere";

    /// <summary>The recipe does not recognise what happened; nobody may pass or fail on it.</summary>
    public const string Unknown = "unknown";
}
