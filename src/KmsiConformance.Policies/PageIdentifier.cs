using System.Buffers;
using System.Globalization;

namespace KmsiConformance.Policies;

/// <summary>
/// The page type and version that a content definition's DataUri names, for example <c>unifiedssp</c> 1.1.0. Both
/// spellings exist: <c>…:elements:unifiedssp:1.1.0</c> and <c>…:elements:contract:unifiedssp:2.1.5</c>.
/// </summary>
public sealed record PageIdentifier(string PageType, Version Version)
{
    private const string Prefix = "urn:com:microsoft:aad:b2c:elements:";
    private const string Contract = "contract:";

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>The first version of the combined page that has the box .</summary>
    public static readonly Version FirstWithKeepMeSignedIn = new(1, 1, 0);

    /// <summary>Whether this page type and version can show the box at all.</summary>
    public bool CanOfferKeepMeSignedIn =>
        string.Equals(PageType, "unifiedssp", StringComparison.OrdinalIgnoreCase) && Version >= FirstWithKeepMeSignedIn;

    /// <summary>The identifier in a DataUri, or null when it has another form.</summary>
    public static PageIdentifier? Parse(string? dataUri)
    {
        if (dataUri is null || !dataUri.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = dataUri.AsSpan(Prefix.Length);
        if (rest.StartsWith(Contract, StringComparison.OrdinalIgnoreCase)) rest = rest[Contract.Length..];
        var colon = rest.IndexOf(':');
        if (colon <= 0 || rest[..colon].ContainsAnyExcept(Letters)) return null;
        return ThreeNumbers(rest[(colon + 1)..]) is { } version ? new PageIdentifier(rest[..colon].ToString(), version) : null;
    }

    private static Version? ThreeNumbers(ReadOnlySpan<char> written)
    {
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        foreach (var range in written.Split('.'))
        {
            var number = written[range];
            if (count == numbers.Length
                || number.Length is 0 or > 5
                || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count++]))
                return null;
        }

        return count == numbers.Length ? new Version(numbers[0], numbers[1], numbers[2]) : null;
    }
}
