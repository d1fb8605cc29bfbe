using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Reference.AzureAd;

/// <summary>What a tenant of Azure AD is configured with, as far as the question whether to stay signed in depends on it.</summary>
public sealed record AzureAdSettings
{
    /// <summary>The company branding's "Show option to remain signed in" .</summary>
    public bool ShowsOptionToRemainSignedIn { get; init; } = true;

    /// <summary>Accounts that are not plain members with a password, by user name.</summary>
    public IReadOnlyDictionary<string, AzureAdUser> Users { get; init; } = new Dictionary<string, AzureAdUser>(
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Conditional access, persistent browser session: the users it applies to, and what it decides for them (R-130,
    ///
    /// </summary>
    public IReadOnlyDictionary<string, PersistentBrowserSession> PersistentBrowserSessions { get; init; } =
        new Dictionary<string, PersistentBrowserSession>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Client ids of applications that users must consent to before they first use them .</summary>
    public IReadOnlyList<string> AppsThatNeedConsent { get; init; } = [];

    /// <summary>What is known about an account.</summary>
    internal AzureAdUser Of(ReferenceUser user) => Users.GetValueOrDefault(user.UserName, AzureAdUser.Plain);
}

/// <summary>What conditional access decides in the place of the user.</summary>
public enum PersistentBrowserSession
{
    /// <summary>The session outlives the browser, and nobody is asked.</summary>
    Always,

    /// <summary>The session ends with the browser, and nobody is asked.</summary>
    Never,
}

/// <summary>How an account gets from its user name to being signed in.</summary>
public enum AzureAdSignInMethod
{
    /// <summary>By a password on the service's own page.</summary>
    Password,

    /// <summary>By seamless single sign-on: the browser sits on a domain-joined machine, and its ticket is taken .</summary>
    SeamlessSso,

    /// <summary>By a password on the page of a federated service .</summary>
    Federation,

    /// <summary>By a federated service that takes the machine's own sign-in, Integrated Windows Authentication .</summary>
    FederationWithWindows,
}

/// <summary>An account's circumstances.</summary>
/// <param name="IsGuest">Invited from another tenant .</param>
/// <param name="HasHighUserRisk">The account is rated as risky .</param>
/// <param name="HasRiskySignIn">This sign-in is rated as risky .</param>
/// <param name="OnSharedDevice">The machine is rated as shared by several people .</param>
public sealed record AzureAdUser(
    bool IsGuest = false,
    bool HasHighUserRisk = false,
    bool HasRiskySignIn = false,
    bool OnSharedDevice = false,
    AzureAdSignInMethod SignsInBy = AzureAdSignInMethod.Password)
{
    /// <summary>A member with a password and nothing remarkable.</summary>
    public static readonly AzureAdUser Plain = new();
}
