namespace KmsiConformance.Reference.Web;

/// <summary>Where the pages of the site are, below its origin.</summary>
public static class WebPaths
{
    public const string SignIn = "/sign-in";

    /// <summary>Takes a POST of the button on every page of somebody who is signed in.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>The page on which somebody who is signed in changes their password.</summary>
    public const string Password = "/password";

    /// <summary>The page that lists somebody's sessions to them.</summary>
    public const string Sessions = "/sessions";

    /// <summary>The parameter of the sign-in page that says where to go afterwards.</summary>
    public const string ReturnParameter = "next";

    private const string Areas = "/account/";

    /// <summary>The page of an area, which needs a sign-in.</summary>
    public static string Area(string name) => Areas + Uri.EscapeDataString(name);

    /// <summary>The area whose page is at a path; null for another page.</summary>
    internal static string? AreaAt(string path) => path.StartsWith(Areas, StringComparison.Ordinal) ? path[Areas.Length..] : null;
}
