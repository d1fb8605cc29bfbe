namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>What may happen to an account, by the words of scenarios.</summary>
public static class AccountEvents
{
    /// <summary>Its user gave it another password.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>Its user signed out everywhere.</summary>
    public const string SessionsRevoked = "sessions-revoked";

    /// <summary>An administrator closed it.</summary>
    public const string Disabled = "disabled";
}
