using System.Text.RegularExpressions;

namespace KmsiConformance.Policies;

/// <summary>
/// The page type and version that a content definition's DataUri names, for example <c>unifiedssp</c> 1.1.0. Both
/// spellings exist: <c>…:elements:unifiedssp:1.1.0</c> and <c>…:elements:contract:unifiedssp:2.1.5</c>.
/// </summary>
public sealed partial record PageIdentifier(string PageType, Version Version)
{
    /// <summary>The first version of the combined page that has the box (R-034, R-035).</summary>
    public static readonly Version FirstWithKeepMeSignedIn = new(1, 1, 0);

    /// <summary>Whether this page type and version can show the box at all.</summary>
    public bool CanOfferKeepMeSignedIn =>
        string.Equals(PageType, "unifiedssp", StringComparison.OrdinalIgnoreCase) && Version >= FirstWithKeepMeSignedIn;

    /// <summary>The identifier in a DataUri, or null when it has another form.</summary>
    public static PageIdentifier? Parse(string? dataUri)
    {
        var match = Form().Match(dataUri ?? "");
        return match.Success && Version.TryParse(match.Groups["version"].Value, out var version)
            ? new PageIdentifier(match.Groups["type"].Value, version)
            : null;
    }

    [GeneratedRegex(
        @"^urn:com:microsoft:aad:b2c:elements:(contract:)?(?<type>[a-z]+):(?<version>\d{1,5}\.\d{1,5}\.\d{1,5})$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
