using System.IO.Enumeration;

namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>What cookies are for: recipes name the login endpoint's, the others are known by themselves.</summary>
public static class CookieRoles
{
    /// <summary>Holds the login endpoint's session.</summary>
    public const string Session = "sso";

    /// <summary>
    /// Begins a session anew, for a box that was ticked, where the session's own cookie ends with the browser. Whatever is
    /// demanded of the session's cookie is demanded of it too, and how long the two last is a matter of this one.
    /// </summary>
    public const string Kept = "kept";

    /// <summary>Whether a cookie counts as one of a role that scenarios name.</summary>
    public static bool CountsAs(string? role, string named) => role == named || (role == Kept && named == Session);

    /// <summary>Whether a cookie has a name that fits a pattern, in which <c>*</c> stands for any letters.</summary>
    public static bool IsNamed(string name, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    /// <summary>Holds an app's own session.</summary>
    public const string AppSession = "app-session";

    /// <summary>Holds an identity provider's own session.</summary>
    public const string ProviderSession = "provider-session";
}
