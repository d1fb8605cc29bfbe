using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>
/// The settings that a scenario needs of a tenant without policies, such as one of Azure AD.
/// </summary>
/// <param name="OffersToStaySignedIn">The tenant's "Show option to remain signed in".</param>
/// <param name="Users">Accounts that are not plain members with a password.</param>
/// <param name="PersistentBrowserSession">Conditional access: true keeps a user signed in, false does not, and neither is asked.</param>
/// <param name="AppsThatNeedConsent">Apps that users must consent to before they first use them.</param>
public sealed record TenantRequest(
    bool OffersToStaySignedIn,
    IReadOnlyDictionary<string, AccountRequest> Users,
    IReadOnlyDictionary<string, bool> PersistentBrowserSession,
    IReadOnlyList<string> AppsThatNeedConsent)
{
    /// <summary>The option is shown, and nobody is out of the ordinary.</summary>
    public static readonly TenantRequest Default = new(
        true, new Dictionary<string, AccountRequest>(StringComparer.Ordinal), new Dictionary<string, bool>(StringComparer.Ordinal), []);

    /// <summary>How long sessions last there that do not outlive the browser, and that do: what the service's documents say.</summary>
    public static readonly SettingsInForce Lifetimes = new(TimeSpan.FromHours(24), TimeSpan.FromDays(90));

    /// <summary>In words, for reports.</summary>
    public override string ToString()
    {
        var words = new List<string> { $"Show option to remain signed in: {(OffersToStaySignedIn ? "Yes" : "No")}" };
        words.AddRange(Users.Select(user => $"{user.Key} {user.Value}"));
        words.AddRange(
            PersistentBrowserSession.Select(user => $"persistent browser session {(user.Value ? "always" : "never")} for {user.Key}"));
        if (AppsThatNeedConsent.Count > 0) words.Add($"consent needed for {string.Join(", ", AppsThatNeedConsent)}");
        return string.Join("; ", words);
    }

    internal static TenantRequest Read(YamlValue? tenant)
    {
        if (tenant is null) return Default;
        return new TenantRequest(
            tenant.Find(PageKinds.StaySignedIn)?.Text != "hidden",
            (tenant.Find("users")?.Entries ?? []).ToDictionary(
                user => user.Key, user => AccountRequest.Read(user.Value), StringComparer.Ordinal),
            (tenant.Find("persistent-browser-session")?.Entries ?? []).ToDictionary(
                user => user.Key, user => user.Value.Text == "always", StringComparer.Ordinal),
            tenant.Texts("needs-consent"));
    }
}

/// <summary>An account that is not a plain member with a password.</summary>
/// <param name="SignsInBy"><c>password</c>, <c>seamless-sso</c>, <c>federation</c> or <c>federation-with-windows</c>.</param>
public sealed record AccountRequest(bool Guest, bool HighUserRisk, bool RiskySignIn, bool SharedDevice, string SignsInBy)
{
    /// <summary>In words, for reports.</summary>
    public override string ToString() => string.Join(", ", Words());

    internal static AccountRequest Read(YamlValue account) => new(
        account.Find("guest")?.Truth() ?? false,
        account.Find("user-risk")?.Text == "high",
        account.Find("sign-in-risk")?.Text == "high",
        account.Find("device")?.Text == "shared",
        account.Find("signs-in-by")?.Text ?? "password");

    private IEnumerable<string> Words()
    {
        if (Guest) yield return "is a guest";
        if (HighUserRisk) yield return "has a high user risk";
        if (RiskySignIn) yield return "has a high sign-in risk";
        if (SharedDevice) yield return "sits at a shared device";
        if (SignsInBy != "password") yield return $"signs in by {SignsInBy}";
    }
}
