namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>What cookies are for, where a recipe does not say so: recipes name the login endpoint's, such as <c>sso</c>.</summary>
public static class CookieRoles
{
    /// <summary>Holds an app's own session.</summary>
    public const string AppSession = "app-session";

    /// <summary>Holds an identity provider's own session.</summary>
    public const string ProviderSession = "provider-session";
}
