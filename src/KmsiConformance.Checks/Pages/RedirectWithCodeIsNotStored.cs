using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Pages;

/// <summary>
/// The redirect that carries a code to an app does not say that it stays good for a time: a redirect that says nothing is not stored
/// (RFC 9111, 3 and 4.2.2).
/// </summary>
public sealed class RedirectWithCodeIsNotStored : Check
{
    public override Judgement Judge(Evidence evidence)
    {
        const string Expected = "the redirect that carries the code to the app is not to be stored";
        return evidence.All.OfType<RequestCompleted>().LastOrDefault(CarriesCode) is { } redirect
            ? Judgement.Of(!MayBeStored(redirect.CacheControl), Expected, $"it {Stores.Said(redirect.CacheControl)}")
            : Judgement.CantTell(Expected, "cannot tell: no code came to an app by a redirect of the login endpoint");
    }

    private static bool CarriesCode(RequestCompleted request) =>
        request is { Context: "top-level", Site: KnownSites.Login, Status: 302 or 303, Location: { } to }
        && to.Split('?', '#', '&').Skip(1).Any(parameter => parameter.StartsWith("code=", StringComparison.Ordinal));

    private static bool MayBeStored(string? cacheControl)
    {
        string[] words = [.. (cacheControl ?? "").Split(',').Select(word => word.Trim().ToLowerInvariant())];
        if (words.Contains("no-store") || words.Contains("no-cache")) return false;
        return words.Contains("public") || words.Any(StaysGood);
    }

    private static bool StaysGood(string word) => word.Split('=') is ["max-age" or "s-maxage", var seconds]
        && long.TryParse(seconds.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0;
}
