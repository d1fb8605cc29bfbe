using System.Collections.Concurrent;
using KmsiConformance.Apps;
using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Probing;

/// <summary>
/// Looks at a target before any scenario: are the apps registered, is the sign-in page understood, are the credentials
/// right, do its tokens and cookies come, does it know where to return to. Whatever is wrong there would turn every
/// scenario red, and none of it would be the target's fault.
/// </summary>
/// <param name="file">What is declared of it.</param>
/// <param name="worlds">Worlds at the target.</param>
/// <param name="limit">Real time that each look may take.</param>
public sealed class TargetProbe(TargetFile file, IWorldFactory worlds, TimeSpan limit)
{
    /// <summary>Looks at everything; after a problem only at what does not depend on it.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var notVisited = new ConcurrentBag<string>();
        var found = await LookAsync(seen => { if (seen is HostNotVisited { Host: var host }) notVisited.Add(host); }, cancellation);
        return [
            .. found, .. Guesses(),
            .. notVisited.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Finding.NotVisited),
        ];
    }

    private IEnumerable<Finding> Guesses()
    {
        if (file.Policy.IsGuess)
            yield return new Finding(
                "its owner says what is promised",
                $"policy.from still begins with '{TargetPolicy.NotSaid}', and scenarios would hold the target to guesses. Correct the "
                + "values of policy, and write there where they are said");
    }

    private readonly Looks _looks = new(file, worlds, limit);

    private async Task<IReadOnlyList<Finding>> LookAsync(Action<Event> onEvent, CancellationToken cancellation)
    {
        if (file.Site is not null) return await new SiteProbe(file, _looks).LookAsync(onEvent, cancellation);
        var found = new List<Finding>();

        // In a browser of their own: a target may hold on to what was asked first, and answer that at the sign-in.
        await using (var asking = await _looks.WorldAsync(onEvent, cancellation))
        {
            foreach (var app in file.Apps.Keys)
                found.AddRange(await _looks.LimitedAsync(() => RegistrationAsync(asking, app, cancellation), cancellation));
        }

        if (found.Exists(one => one.Problem is not null)) return found;

        await using var world = await _looks.WorldAsync(onEvent, cancellation);

        // The other apps get their tokens by the session that the first sign-in began, or by a sign-in of their own.
        var (user, first) = (file.Users.Keys.First(), file.Apps.Keys.First());
        foreach (var app in file.Apps.Keys)
        {
            await _looks.RoomAsync(cancellation);
            found.AddRange(await _looks.LimitedAsync(
                () => app == first
                    ? SignInAsync(world, app, user, isFirst: true, cancellation)
                    : TokensAsync(world, app, user, cancellation), cancellation));
            if (found.Exists(one => one.Problem is not null)) return found;
        }

        if (file.Absent.ContainsKey("sign-out")) return found;
        foreach (var app in file.Apps.Keys)
        {
            // A LogoutRequest names a session, so there must be one; the one before ended it.
            if (file.Apps[app].IsSaml && app != first)
            {
                await _looks.RoomAsync(cancellation);
                var again = await _looks.LimitedAsync(() => TokensAsync(world, app, user, cancellation), cancellation);
                found.AddRange(again.Where(one => one.Problem is not null));
            }

            found.AddRange(await _looks.LimitedAsync(() => SignOutAsync(world, app, cancellation), cancellation));
        }

        foreach (var other in file.Users.Keys.Skip(1))
        {
            if (found.Exists(one => one.Problem is not null)) return found;
            await _looks.RoomAsync(cancellation);
            found.AddRange(await _looks.LimitedAsync(() => SignInAsync(world, first, other, false, cancellation), cancellation));
            await _looks.LimitedAsync(() => SignOutAsync(world, first, cancellation), cancellation);
        }

        return found;
    }

    // Asked without a page, a target that knows app and address can only answer the app; one that does not must not. One that
    // shows its sign-in page all the same is to be judged for it, and says at the sign-in whether it knows them.
    private async Task<IReadOnlyList<Finding>> RegistrationAsync(World world, string app, CancellationToken cancellation)
    {
        var what = Words(world, app).Known;
        var before = world.Ledger.Count;
        var prompt = file.Absent.ContainsKey("prompt") ? null : "none";
        var page = await world.OpenAsync(world.App(app).ProtectedPage(new AppVisit(prompt)), cancellation);
        var seen = world.Ledger.Since(before);
        if (seen.OfType<AppAnswered>().Any() || (prompt is null && page.Kind == PageKinds.Credentials)) return [new Finding(what)];
        if (page.Kind == PageKinds.Credentials)
            return [new Finding($"{app} can be asked for; prompt=none gets the sign-in page, so its registration shows at the sign-in")];
        return page.Kind == PageKinds.Error || page.Site == KnownSites.Login
            ? [new Finding(what, SignInFindings.Unanswered(Words(world, app), page), Owner.Registration)]
            : [new Finding(what, $"the browser ended up at {page.Url}", Owner.Product)];
    }

    // Of another app, while somebody is signed in: by the session, or by a sign-in where the target does not share it.
    private async Task<IReadOnlyList<Finding>> TokensAsync(World world, string app, string user, CancellationToken cancellation)
    {
        var before = world.Ledger.Count;
        var page = await world.OpenAsync(world.App(app).ProtectedPage(new AppVisit()), cancellation);
        page = await world.AnswerAsync(PageKinds.Consent, "accept", cancellation, unasked: true) ?? page;
        return page.Kind == PageKinds.Credentials
            ? await SignInAsync(world, app, user, isFirst: false, cancellation, page)
            : [.. SignInFindings.Of(Words(world, app), user, world.Ledger.Since(before), page).Where(one =>
                one.Problem is not null || one.What.StartsWith(app, StringComparison.Ordinal))];
    }

    // A page that shows already is not asked for again: some targets answer what was asked first.
    private async Task<IReadOnlyList<Finding>> SignInAsync(
        World world, string app, string user, bool isFirst, CancellationToken cancellation, PageShown? showing = null)
    {
        var found = new List<Finding>();
        var before = world.Ledger.Count;
        var page = showing ?? await world.OpenAsync(world.App(app).ProtectedPage(new AppVisit()), cancellation);
        const string Recognised = "the sign-in page is recognised";
        if (page.Kind != PageKinds.Credentials)
            return [new Finding(
                Recognised,
                $"the page “{page.Title}” has no password field that the recipe knows. Name its fields under 'user-name' and 'password' "
                + $"in {world.RecipeFile}")];
        if (isFirst) found.Add(new Finding(Recognised));

        bool? tick = file.Policy.PromisesBox && page.KeepMeSignedIn == true ? true : null;
        PageShown? after;
        try
        {
            after = await world.SignInAsync(new SignInEntry(world.Target.User(user), tick), cancellation);
        }
        catch (ControlMissingException missing)
        {
            return [.. found, SignInFindings.Unfilled(missing, world.RecipeFile)];
        }

        var seen = world.Ledger.Since(before);
        if (isFirst)
            found.AddRange(SignInFindings.Box(file.Policy, [page, .. seen.OfType<PageShown>()], world.RecipeFile));
        found.AddRange(SignInFindings.Of(Words(world, app), user, seen, after));
        if (found.Exists(one => one.Problem is not null)) return found;

        if (!isFirst) return found;
        await world.Cookies.LookAsync(world.Browser, cancellation);
        found.Add(SignInFindings.SessionCookie(world.Ledger.Since(before)));
        return found;
    }

    private async Task<IReadOnlyList<Finding>> SignOutAsync(World world, string app, CancellationToken cancellation)
    {
        var what = $"{app} is returned to after a sign-out";
        var before = world.Ledger.Count;
        var page = await world.OpenAsync(world.App(app).SignOutPage(new SignOutRequest(new SignOutManner())), cancellation);
        if (page.Kind == PageKinds.ConfirmSignOut)
            page = await world.AnswerAsync(PageKinds.ConfirmSignOut, "yes", cancellation, unasked: true) ?? page;
        var (words, seen) = (Words(world, app), world.Ledger.Since(before));
        if (!words.IsReturnedTo) return [];
        if (seen.OfType<AppReturned>().Any()) return [new Finding(what)];
        return [new Finding(
            what,
            seen.OfType<AppRejectedTokens>().LastOrDefault() is { } refused
                ? $"{refused.Reason}. {words.ReturnMend}"
                : $"the browser stayed on “{page.Title}” ({page.Message ?? page.Kind}). {words.ReturnMend}"
                    + (page.Kind is PageKinds.Unknown or PageKinds.Notice
                        ? "; or, where that page asks whether to sign out, name it under 'interrupts: confirm-sign-out' in "
                            + world.RecipeFile
                        : ""),
            Owner.Registration)];
    }

    private RegistrationWords Words(World world, string app) => new(
        app, file.Apps[app], new Uri(world.App(app).ProtectedPage(new AppVisit())).GetLeftPart(UriPartial.Authority));
}
