namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>
/// What the login endpoint answered an app: <see cref="AppAnswered.Outcome"/>, <see cref="AppRenewed.Outcome"/> and
/// <see cref="AppRefreshed.Error"/>.
/// </summary>
public static class AnswerOutcomes
{
    public const string Code = "code";
    public const string Error = "error";

    /// <summary>An error of ours: the answer came another way than the app had asked for, where nobody waits for it.</summary>
    public const string CameElsewhere = "response-mode-mismatch";

    /// <summary>An error of ours: a refusal whose topmost status is none of those that may stand there (SAML core, 3.2.2.2).</summary>
    public const string StatusOutOfPlace = "status-out-of-place";

    /// <summary>A SAML assertion.</summary>
    public const string Assertion = "assertion";

    /// <summary>A page has new tokens.</summary>
    public const string Renewed = "renewed";

    /// <summary>Something that the page which asked may not read: the answer does not allow it (CORS), or is no JSON.</summary>
    public const string Unreadable = "an answer that the page cannot read";
}
