namespace KmsiConformance.Reference.Web;

/// <summary>Where the pages of the site are, below its origin.</summary>
public static class WebPaths
{
    public const string SignIn = "/sign-in";

    /// <summary>Takes a POST of the button on every page of somebody who is signed in.</summary>
    public const string SignOut = "/sign-out";

    /// <summary>The parameter of the sign-in page that says where to go afterwards.</summary>
    public const string ReturnParameter = "next";

    private const string Areas = "/account/";

    /// <summary>The page of an area, which needs a sign-in.</summary>
    public static string Area(string name) => Areas + Uri.EscapeDataString(name);

    /// <summary>The area whose page is at a path; null for another page.</summary>
    internal static string? AreaAt(string path) => path.StartsWith(Areas, StringComparison.Ordinal) ? path[Areas.Length..] : null;
}
