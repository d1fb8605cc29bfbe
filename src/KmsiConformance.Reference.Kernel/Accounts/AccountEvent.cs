namespace KmsiConformance.Reference.Kernel.Accounts;

/// <summary>What may happen to an account past the service's pages.</summary>
public enum AccountEvent
{
    /// <summary>Its user gave it another password.</summary>
    PasswordChanged,

    /// <summary>Its user signed out everywhere.</summary>
    SessionsRevoked,

    /// <summary>An administrator closed it.</summary>
    Disabled,
}
