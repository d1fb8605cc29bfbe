using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>What a page at rest shows, by the signs of the recipe.</summary>
internal static class PageReading
{
    public static PageSnapshot Read(Page? page, PageSigns signs)
    {
        if (page is null) return new PageSnapshot("about:blank", "", false, false, null, false, false, 0);
        var error = page.First(signs.ErrorPage);
        var password = page.First(signs.Password) is not null;
        var userNameOnly = !password && page.First(signs.UserNameFirst) is not null;
        return new PageSnapshot(
            page.Url.AbsoluteUri,
            page.Html.Title ?? "",
            password || userNameOnly,
            page.First(signs.KeepMeSignedIn) is not null,
            page.ScriptMessage ?? Message(page, signs) ?? (error is null ? null : Visibility.TextOf(error)),
            error is not null,
            page.First(signs.SignedOut) is not null,
            page.Status)
        {
            IsBoxTicked = page.First(signs.KeepMeSignedIn) switch
            {
                null => null,
                IHtmlInputElement box => box.IsChecked,
                { } drawn => drawn.GetAttribute("aria-checked") == "true",
            },
            AsksForUserName = page.First(signs.UserName) is not null,
            AsksForUserNameOnly = userNameOnly,
            IsSignedIn = page.First(signs.SignedIn) is not null,
            SignedInAs = page.First(signs.SignedInAs) is { } named && Visibility.TextOf(named) is { Length: > 0 } name ? name : null,
            Interrupt = signs.Interrupts.FirstOrDefault(interrupt => page.First(interrupt.Page) is not null)?.Name,
        };
    }

    private static string? Message(Page page, PageSigns signs) => signs.Message
        .SelectMany(selector => page.All(selector))
        .Where(Visibility.IsVisible)
        .Select(Visibility.TextOf)
        .FirstOrDefault(text => text.Length > 0);
}
