using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>What an app can show to a userinfo endpoint.</summary>
public static class UserInfo
{
    /// <summary>The token that is meant for it.</summary>
    public const string AccessToken = "access-token";

    /// <summary>The token that is meant for the app itself.</summary>
    public const string IdToken = "id-token";

    /// <summary>The last answer of the step to that app and token; null for none.</summary>
    internal static UserInfoAnswered? Answer(Evidence evidence, string app, string with) =>
        evidence.Step.OfType<UserInfoAnswered>().LastOrDefault(answered => answered.App == app && answered.With == with);
}
