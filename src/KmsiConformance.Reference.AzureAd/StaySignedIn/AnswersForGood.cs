using System.Security.Cryptography;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.AzureAd.StaySignedIn;

/// <summary>
/// What users answered with "Don't show this again" ticked: kept for a browser and a user, 90 days from the answer. The
/// document shows the box and does not say what it does; this is our reading.
/// </summary>
internal sealed class AnswersForGood(TimeProvider clock)
{
    // The service is seen to tell browsers apart by a cookie of this name.
    private const string BrowserCookie = "buid";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);
    private static readonly CookieAttributes Attributes = new();

    private readonly ExpiringStore<Answer> _answers = new(clock, answer => answer.ExpiresAt);
    private readonly ExpiringStore<Answer> _browsers = new(clock, browser => browser.ExpiresAt);

    /// <summary>The answer of that user in this browser; null when there is none.</summary>
    public bool? Of(Exchange exchange, ReferenceUser user) =>
        exchange.Cookie(BrowserCookie) is { Length: > 0 } browser ? _answers.Peek(Name(browser, user))?.Yes : null;

    public void Remember(Exchange exchange, ReferenceUser user, bool yes)
    {
        // Several people may use one browser; but only a name that was given out here is taken up again.
        var answer = new Answer(yes, clock.GetUtcNow() + Lifetime);
        var browser = exchange.Cookie(BrowserCookie) is { Length: > 0 } known && _browsers.Peek(known) is not null
            ? known
            : Base64Url.Encode(RandomNumberGenerator.GetBytes(24));
        _browsers.Put(browser, answer);
        _answers.Put(Name(browser, user), answer);
        exchange.AddCookie(SetCookie.Write(BrowserCookie, browser, Attributes, Lifetime));
    }

    private static string Name(string browser, ReferenceUser user) => $"{browser}|{user.ObjectId}";

    private sealed record Answer(bool Yes, DateTimeOffset ExpiresAt);
}
