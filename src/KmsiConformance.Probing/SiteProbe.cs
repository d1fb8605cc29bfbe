using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Probing;

/// <summary>
/// Looks at a site that speaks no protocol before any scenario: do its protected pages ask, are the accounts right, is it seen
/// that somebody is signed in, which cookies come, and is the button there that signs out.
/// </summary>
internal sealed class SiteProbe(TargetFile file, Looks looks)
{
    /// <summary>Looks at everything; after a problem only at what does not depend on it.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(Action<Event> onEvent, CancellationToken cancellation)
    {
        var found = new List<Finding>();
        await using (var stranger = await looks.WorldAsync(onEvent, cancellation))
        {
            foreach (var app in file.Apps.Keys)
            {
                found.AddRange(await looks.LimitedAsync(() => AsksAsync(stranger, app, cancellation), cancellation));
                found.AddRange(await looks.LimitedAsync(() => SitePages.SignInAsync(file, stranger, app, cancellation), cancellation));
            }
        }

        if (found.Exists(one => one.Problem is not null)) return found;
        var users = new Queue<string>(file.Users.Keys);
        var isFirst = true;
        while (users.Count > 0)
        {
            // Whoever comes after one who cannot sign out has a browser of their own, and is looked at all the same.
            var before = users.Count;
            await using var world = await looks.WorldAsync(onEvent, cancellation);
            while (users.TryPeek(out var user))
            {
                await looks.RoomAsync(cancellation);
                var seen = await LookAsync(world, user, isFirst, cancellation);
                found.AddRange(seen);
                if (seen.Any(one => one.Problem is not null)) return found;
                if (seen.Contains(StaysSignedIn) && users.Count < before) break;
                _ = users.Dequeue();
                isFirst = false;
            }
        }

        return [.. found.Distinct()];
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(World world, string user, bool isFirst, CancellationToken cancellation)
    {
        var first = file.Apps.Keys.First();
        var found = new List<Finding>(
            await looks.LimitedAsync(() => SignInAsync(world, first, user, isFirst, cancellation), cancellation));
        if (found.Exists(one => one.Problem is not null) || found.Contains(StaysSignedIn)) return found;
        if (isFirst)
        {
            found.AddRange(await looks.LimitedAsync(() => SitePages.SessionAsync(world, first, user, cancellation), cancellation));
            if (found.Exists(one => one.Problem is not null)) return found;
            found.AddRange(await looks.LimitedAsync(() => SitePages.OfAccountsAsync(file, world, cancellation), cancellation));
        }

        foreach (var other in file.Apps.Keys.Where(app => isFirst && app != first))
            found.AddRange(await looks.LimitedAsync(() => IsShownAsync(world, other, cancellation), cancellation));
        if (found.Exists(one => one.Problem is not null)) return found;
        if (file.Absent.ContainsKey("sign-out"))
        {
            foreach (var cookie in await world.Browser.CookiesAsync(cancellation))
                await world.Browser.DeleteCookieAsync(cookie, cancellation);
        }
        else
        {
            var signedOut = await looks.LimitedAsync(() => SignOutAsync(world, first, cancellation), cancellation);
            found.AddRange(signedOut.Where(one => isFirst || one.Problem is not null));
        }

        return found;
    }

    private static readonly Finding StaysSignedIn = Finding.Doubt(
        "after the button that signs out was pressed, the page shows that somebody is signed in. Where that is the right button, the "
        + "scenarios will say so; otherwise name the right one under 'sign-out' in the recipe");

    private static async Task<IReadOnlyList<Finding>> AsksAsync(World world, string app, CancellationToken cancellation)
    {
        var page = await world.OpenAppAsync(app, new AppVisit(), cancellation);
        var what = $"the protected page of {app} asks whoever has not signed in";
        if (page.Kind == PageKinds.Credentials) return [new Finding(what)];
        return [new Finding(
            what,
            page.ProtectedBy.Contains(app)
                ? $"“{page.Title}” is shown without a sign-in. Name a page that needs one as 'protected'; where this one is the "
                    + $"sign-in page, name its fields under 'user-name' and 'password' in {world.RecipeFile}"
                : $"the browser ended up at {page.Url} (“{page.Title}”), where the recipe finds no password field. Correct "
                    + $"'protected', or name the fields of that page under 'user-name' and 'password' in {world.RecipeFile}")];
    }

    private async Task<IReadOnlyList<Finding>> SignInAsync(
        World world, string app, string user, bool isFirst, CancellationToken cancellation)
    {
        var opened = world.Ledger.Count;
        var page = await world.OpenAppAsync(app, new AppVisit(), cancellation);
        if (page.Kind == PageKinds.Protected && world.Ledger.Since(0).OfType<SignOutPressed>().Any()) return [StaysSignedIn];
        if (page.Kind != PageKinds.Credentials)
            return [new Finding(
                $"{user} can sign in where somebody has signed out before",
                $"“{page.Title}” came, and no sign-in page: the button under 'sign-out' in {world.RecipeFile} may be another")];
        var found = new List<Finding>();
        await world.Cookies.LookAsync(world.Browser, cancellation);
        var before = world.Ledger.Count;
        try
        {
            bool? tick = file.Policy.PromisesBox && page.KeepMeSignedIn == true ? true : null;
            await world.SignInAsync(new SignInEntry(world.Target.User(user), tick), cancellation);
        }
        catch (ControlMissingException missing)
        {
            return [.. found, SignInFindings.Unfilled(missing, world.RecipeFile)];
        }

        await world.ToProtectedPageAsync(app, cancellation);
        await world.Cookies.LookAsync(world.Browser, cancellation);
        var seen = world.Ledger.Since(before);
        if (isFirst) found.AddRange(SignInFindings.Box(file.Policy, world.Ledger.Since(opened).OfType<PageShown>(), world.RecipeFile));
        found.Add(Accepted(world, app, user, seen.OfType<PageShown>().Last()));
        if (!isFirst || found.Exists(one => one.Problem is not null)) return found;
        return
        [
            .. found, SignInFindings.SessionCookie(world.Ledger.Since(0)),
            .. seen.OfType<CookieChanged>().Where(cookie => cookie.Change != "gone").Select(Finding.Cookie),
        ];
    }

    private Finding Accepted(World world, string app, string user, PageShown page)
    {
        var what = $"{user} signs in with the name and the password of the file, and is shown the protected page of {app}";
        return page switch
        {
            { Kind: PageKinds.Protected } when page.ProtectedBy.Contains(app) => new Finding(what),
            { Kind: PageKinds.Credentials or PageKinds.SecondFactor } =>
                new Finding(what, SignInFindings.Stuck(user, page), Owner.Registration),
            _ when page.ProtectedBy.Contains(app) => new Finding(
                what,
                $"“{page.Title}” has nothing by which the recipe sees that somebody is signed in, so no verdict could rest on it. Name "
                + $"something that only they are shown under 'signed-in' in {world.RecipeFile}: a button that signs out, a greeting"),
            _ => new Finding(
                what,
                $"the browser ended up at {page.Url} (“{page.Title}”) and not at {file.Apps[app].OnSite!.Protected}. Name the page "
                + "that is shown at last as 'protected'"),
        };
    }

    private static async Task<IReadOnlyList<Finding>> IsShownAsync(World world, string app, CancellationToken cancellation)
    {
        var page = await world.OpenAppAsync(app, new AppVisit(), cancellation);
        var what = $"the protected page of {app} is shown to whoever has signed in";
        return page.Kind == PageKinds.Protected
            ? [new Finding(what)]
            : [new Finding(
                what,
                $"the browser ended up at {page.Url} (“{page.Title}”, {page.Kind}). Correct 'protected', or 'signed-in' in "
                + world.RecipeFile)];
    }

    private static async Task<IReadOnlyList<Finding>> SignOutAsync(World world, string app, CancellationToken cancellation)
    {
        var what = $"there is a button that signs out of {app}";
        try
        {
            var before = world.Ledger.Count;
            await world.SignOutOnSiteAsync(app, cancellation);
            var seen = world.Ledger.Since(before);
            if (!seen.OfType<SignOutPressed>().Any())
                return [new Finding(
                    what,
                    $"“{seen.OfType<PageShown>().Last().Title}” came in place of a page that has one. Name that page as 'sign-out' "
                    + "of the app in the file")];
            await world.AnswerAsync(PageKinds.ConfirmSignOut, "yes", cancellation, unasked: true);
            return [new Finding(what)];
        }
        catch (ControlMissingException)
        {
            return [new Finding(
                what,
                $"its page has none that the recipe knows. Name it under 'sign-out' in {world.RecipeFile}, or the page that has it as "
                + "'sign-out' of the app in the file; a site without one says 'absent: { sign-out: why }'")];
        }
    }
}
