using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Pages;

/// <summary>
/// The redirect that carries a code to an app does not say that it stays good for a time: a redirect that says nothing is not stored
/// (RFC 9111, 3 and 4.2.2), but for those that move for good.
/// </summary>
public sealed class RedirectWithCodeIsNotStored : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the redirect that carries the code to the app is not to be stored";
        return evidence.All.OfType<RequestCompleted>().LastOrDefault(CarriesCode) is { } redirect
            ? Judgement.Of(!MayBeStored(redirect), Expected, $"it {Stores.Said(redirect.CacheControl)}"
                + (redirect.Expires is { } until ? $" and Expires: {until}" : "") + $" (HTTP {redirect.Status})")
            : Judgement.CantTell(Expected, "cannot tell: no code came to an app by a redirect of the login endpoint");
    }

    private static bool CarriesCode(RequestCompleted request) =>
        request is { Context: "top-level", Site: KnownSites.Login, Status: 301 or 302 or 303 or 307 or 308, Location: { } to }
        && to.Split('?', '#', '&').Skip(1).Any(parameter => parameter.StartsWith("code=", StringComparison.Ordinal));

    private static bool MayBeStored(RequestCompleted redirect)
    {
        string[] words = [.. (redirect.CacheControl ?? "").Split(',').Select(word => word.Trim().ToLowerInvariant())];
        if (words.Contains("no-store") || words.Contains("no-cache")) return false;
        if (words.Select(Seconds).OfType<string>().FirstOrDefault() is { } seconds) return seconds.Trim('0').Length > 0;
        if (redirect.Expires is { } until)
            return DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
                && end > redirect.At;

        // These two say that the address has moved for good: a browser keeps them where nothing is said (RFC 9110, 15.1).
        return words.Contains("public") || redirect.Status is 301 or 308;
    }

    // As they stand: more of them than a number can hold are many.
    private static string? Seconds(string word) => word.Split('=') is ["max-age" or "s-maxage", var seconds]
        && seconds.Trim('"') is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? digits : null;
}
