using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Recipes;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;
using KmsiConformance.Worlds.Recipes;

namespace KmsiConformance.Probing;

/// <summary>What the file says of a site besides its protected pages, looked at before scenarios rest on it.</summary>
internal static class SitePages
{
    /// <summary>Whether the page that is named as the sign-in page asks; empty where none is named.</summary>
    public static async Task<IReadOnlyList<Finding>> SignInAsync(
        TargetFile file, World world, string app, CancellationToken cancellation)
    {
        if (file.Apps[app].OnSite?.SignIn is not { } path) return [];
        var what = $"the sign-in page of {app} asks";
        var page = await world.OpenSignInAsync(app, cancellation);
        return [page.Kind == PageKinds.Credentials
            ? new Finding(what)
            : new Finding(
                what, $"“{page.Title}” came at {path} ({page.Message ?? page.Kind}). Correct 'sign-in' of {app}, or leave it out")];
    }

    /// <summary>
    /// Whether the cookies that are said to hold the session do: without them the site asks. Afterwards the browser has all its cookies
    /// again. Empty where the browser does not tell all of them.
    /// </summary>
    public static async Task<IReadOnlyList<Finding>> SessionAsync(World world, string app, string user, CancellationToken cancellation)
    {
        const string What = "nobody is signed in without the session cookie";
        if (world.Browser is not { TellsCookies: true, TellsPartitions: true } browser) return [];
        var all = await browser.CookiesAsync(cancellation);
        var (named, others) = (Those(all, isNamed: true), Those(all, isNamed: false));
        foreach (var cookie in named) await browser.DeleteCookieAsync(cookie, cancellation);
        var page = await world.OpenAppAsync(app, new AppVisit(), cancellation);
        foreach (var cookie in await browser.CookiesAsync(cancellation)) await browser.DeleteCookieAsync(cookie, cancellation);
        foreach (var cookie in all) await browser.SetCookieAsync(cookie, cancellation);
        if (page.Kind == PageKinds.Credentials) return [new Finding(What)];
        return page.Kind != PageKinds.Protected ? [] : [new Finding(
            What,
            $"{user} is signed in without {Names(named)} as well. Say in the file which of {Names(others)} hold the session, and which "
            + "bring it back after the browser was closed: 'cookies: { sso: [NAME], kept: [NAME] }'")];

        IReadOnlyList<StoredCookie> Those(IEnumerable<StoredCookie> cookies, bool isNamed) =>
            [.. cookies.Where(cookie => CookieRoles.CountsAs(world.Cookies.RoleOf(cookie), CookieRoles.Session) == isNamed)];
    }

    /// <summary>Whether the pages of accounts have what is to be used on them, as far as the recipe names it.</summary>
    public static async Task<IReadOnlyList<Finding>> OfAccountsAsync(TargetFile file, World world, CancellationToken cancellation)
    {
        var found = new List<Finding>();
        foreach (var (what, page) in file.AccountEvents.Where(known => known.Value.Page is not null)
            .Select(known => (known.Key, known.Value.Page)))
        {
            var keys = what == AccountEvents.PasswordChanged
                ? new[] { AccountParts.NewPassword, AccountParts.ChangePassword } : [AccountParts.EndSessions];
            List<Control> controls =
                [.. keys.Where(file.Recipe.Signs.ContainsKey).Select(key => new Control(key, key, file.Recipe.Signs[key]))];
            var shown = await world.OpenAsync(world.Target.Accounts!.PageFor(what)!.AbsoluteUri, cancellation);
            var parts = await world.Browser.FindAsync(controls, file.Recipe.PageSigns(), cancellation);
            var missing = controls.Zip(parts).FirstOrDefault(part => part.Second is null).First;
            var looked = $"the page {page} has what account-events.{what} needs";
            found.Add(missing is null
                ? new Finding(looked)
                : new Finding(
                    looked,
                    $"“{shown.Title}” came ({shown.Message ?? shown.Kind}), and nothing on it fits '{missing.RecipeKey}' in "
                    + $"{world.RecipeFile}. Correct 'page', or the recipe"));
        }

        return found;
    }

    private static string Names(IEnumerable<StoredCookie> cookies) =>
        string.Join(", ", cookies.Select(cookie => cookie.Name).Distinct(StringComparer.Ordinal).DefaultIfEmpty("no other cookie"));
}
