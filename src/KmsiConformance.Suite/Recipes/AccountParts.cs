namespace KmsiConformance.Suite.Recipes;

/// <summary>Keys of a recipe for the pages on which users look after their account, signed in.</summary>
public static class AccountParts
{
    /// <summary>The field for the password as it is; left out where the page asks for none.</summary>
    public const string CurrentPassword = "current-password";

    /// <summary>The field for the password as it is to be.</summary>
    public const string NewPassword = "new-password";

    /// <summary>The field in which it is repeated; left out where there is none.</summary>
    public const string NewPasswordAgain = "new-password-again";

    /// <summary>The button that changes it.</summary>
    public const string ChangePassword = "change-password";

    /// <summary>The button that ends all other sessions of the user.</summary>
    public const string EndSessions = "end-sessions";

    /// <summary>Each session in the list of all of them.</summary>
    public const string ListedSession = "listed-session";

    /// <summary>Each of them.</summary>
    internal static readonly string[] All =
        [CurrentPassword, NewPassword, NewPasswordAgain, ChangePassword, EndSessions, ListedSession];
}
