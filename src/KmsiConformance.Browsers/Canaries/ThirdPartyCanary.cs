using KmsiConformance.Cookies;

namespace KmsiConformance.Browsers.Canaries;

/// <summary>Whether a frame of a site sends and sets that site's cookies on the page of another, as the mode says.</summary>
internal sealed record ThirdPartyCanary(ThirdPartyCookies Mode) : Canary($"{Named} {Mode.ToString().ToLowerInvariant()}")
{
    /// <summary>How its condition begins.</summary>
    public const string Named = "third-party cookies";

    public override async Task<CanaryAnswer> AskAsync(IBrowser browser, CanarySite site, CancellationToken cancellation)
    {
        await browser.StartAsync(cancellation);
        await site.VisitAsync(browser, cancellation, "known");
        var first = await site.FrameAsync(browser, "canary-shop", "framed", cancellation);
        var again = await site.FrameAsync(browser, "canary-shop", "framed", cancellation);
        var elsewhere = await site.FrameAsync(browser, "canary-bank", "framed", cancellation);
        var own = await site.VisitAsync(browser, cancellation);
        return CanaryAnswer.Of(Condition, Mode switch
        {
            ThirdPartyCookies.Allowed => Told("known", "framed and known", "framed and known", "framed and known"),
            ThirdPartyCookies.Blocked => Told("nothing", "nothing", "nothing", "known"),
            _ => Told("nothing", "framed", "nothing", "known"),
        }, Told(first, again, elsewhere, own));
    }

    private static string Told(string first, string again, string elsewhere, string own) =>
        $"a site's frame sent {first} on another site, {again} there after it had set framed, and {elsewhere} on a third site; the "
        + $"site's own page sent {own}";
}
