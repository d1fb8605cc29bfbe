using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Serving;

/// <summary>
/// What is special about the standard users where Azure AD is served, so that a person can see each order of pages: alice
/// is asked whether to stay signed in, bob is not, carol signs in at a federated service, and so on.
/// </summary>
public static class StandardAccounts
{
    private static readonly Dictionary<string, (AzureAdUser Account, string Words)> Special = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bob"] = (new AzureAdUser(IsGuest: true), "a guest"),
        ["carol"] = (new AzureAdUser(SignsInBy: AzureAdSignInMethod.Federation), "signs in at a federated service"),
        ["dave"] = (new AzureAdUser(SignsInBy: AzureAdSignInMethod.SeamlessSso), "signs in by seamless single sign-on"),
        ["erin"] = (new AzureAdUser(OnSharedDevice: true), "at a shared device"),
    };

    /// <summary>The settings for these users.</summary>
    public static AzureAdSettings Of(IReadOnlyList<ReferenceUser> users) => new()
    {
        Users = users.Where(user => Special.ContainsKey(user.UserName))
            .ToDictionary(user => user.UserName, user => Special[user.UserName].Account, StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>What is special about a user, in words; null for nothing.</summary>
    public static string? Words(ReferenceUser user) => Special.TryGetValue(user.UserName, out var special) ? special.Words : null;
}
