namespace KmsiConformance.Worlds.Apps;

/// <summary>The addresses to which an app can ask to be returned after a sign-out, by the words of scenarios.</summary>
internal static class ReturnAddress
{
    /// <summary>The post_logout_redirect_uri; null for none.</summary>
    /// <exception cref="ArgumentException">There is no such word; the schema was checked for that.</exception>
    public static string? Of(string returnTo, AppSurroundings surroundings) => returnTo switch
    {
        "registered" => surroundings.Origin + AppOptions.SignedOutPath,
        "unregistered" => surroundings.Stranger + AppOptions.SignedOutPath,
        "none" => null,
        _ => throw new ArgumentException($"'{returnTo}' is no address to return to.", nameof(returnTo)),
    };
}
