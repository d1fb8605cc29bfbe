namespace KmsiConformance.Checks.Pages;

/// <summary>Whether an answer may be stored on its way, by what it says itself.</summary>
internal static class Stores
{
    /// <summary>Whether a <c>Cache-Control</c> forbids everybody to store the answer.</summary>
    /// <param name="cacheControl">Null for none.</param>
    public static bool AreForbidden(string? cacheControl) => cacheControl?.Split(',').Any(word =>
        word.Trim().Equals("no-store", StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>What an answer says, in words.</summary>
    public static string Said(string? cacheControl) =>
        string.IsNullOrWhiteSpace(cacheControl) ? "has no Cache-Control" : $"says Cache-Control: {cacheControl}";
}
