namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>What the login endpoint answered an app: <see cref="AppAnswered.Outcome"/> and <see cref="AppRenewed.Outcome"/>.</summary>
public static class AnswerOutcomes
{
    public const string Code = "code";
    public const string Error = "error";

    /// <summary>A SAML assertion.</summary>
    public const string Assertion = "assertion";

    /// <summary>A page has new tokens.</summary>
    public const string Renewed = "renewed";
}
