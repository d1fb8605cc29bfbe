using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Recipes;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Accounts;

namespace KmsiConformance.Targets.Files;

/// <summary>Whether a target has the pages of accounts that a step needs, and its recipe knows them.</summary>
internal static class AccountPages
{
    /// <summary>The reason, as <see cref="Fitness"/> says it; null where all is there.</summary>
    public static string? Reason(TargetFile target, Step step) => step switch
    {
        AccountStep account when target.AccountEvents.GetValueOrDefault(account.What)?.Page is { } page => target.Policy.HasOneSession
            ? $"uses the page {page} on another device, and a sign-in there ends all other sessions (concurrent-sessions: one)"
            : Unknown(
                target, page,
                account.What == AccountEvents.PasswordChanged
                    ? [AccountParts.NewPassword, AccountParts.ChangePassword]
                    : [AccountParts.EndSessions]),
        ExpectSessionsStep => target.AccountEvents.GetValueOrDefault(AccountEvents.SessionsRevoked)?.Page is { } page
            ? target.Absent.ContainsKey("sign-out")
                ? "looks at the list of sessions on further devices, which must sign out again, and this target has no sign-out"
                : Unknown(target, page, [AccountParts.ListedSession])
            : "looks at the page that lists sessions, and the target file names none "
                + $"(account-events: {{ {AccountEvents.SessionsRevoked}: {{ page: /path }} }})",
        _ => null,
    };

    private static string? Unknown(TargetFile target, string page, string[] keys) =>
        keys.FirstOrDefault(key => target.Recipe.Signs.GetValueOrDefault(key, []).Count == 0) is { } key
            ? $"uses the page {page}, and the recipe does not say what on it is '{key}'"
            : null;
}
