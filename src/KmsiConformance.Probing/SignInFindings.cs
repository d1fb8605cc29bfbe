using KmsiConformance.Browsers;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Targets;

namespace KmsiConformance.Probing;

/// <summary>What a sign-in before any scenario showed of account, registration and cookies.</summary>
internal static class SignInFindings
{
    /// <summary>Whether the user was let in, and the app can use what it got.</summary>
    /// <param name="words">The app's registration.</param>
    /// <param name="user">The user, as the file calls it.</param>
    /// <param name="seen">What happened.</param>
    /// <param name="after">The page at the end.</param>
    public static IReadOnlyList<Finding> Of(RegistrationWords words, string user, IReadOnlyList<Event> seen, PageShown? after)
    {
        var accepted = $"{user} signs in with the name and the password of the file";
        if (seen.OfType<AppRejectedTokens>().LastOrDefault() is { } refused)
            return [new Finding(accepted), new Finding(words.Accepted, $"{refused.Reason}. {words.AcceptedMend}", Owner.Registration)];
        if (seen.OfType<AppSessionStarted>().Any()) return [new Finding(accepted), new Finding(words.Accepted)];
        if (after is { Kind: PageKinds.Error, Site: KnownSites.Login })
            return [new Finding(words.Known, Unanswered(words, after), Owner.Registration)];
        return [new Finding(
            accepted,
            seen.OfType<AppAnswered>().LastOrDefault() is { Error: { } error } ? $"the app was answered with {error}" : Stuck(user, after),
            after is { Kind: PageKinds.Credentials } ? Owner.Registration : Owner.File)];
    }

    /// <summary>Whether the box is there that the file promises; empty where the file says nothing of one.</summary>
    /// <param name="pages">The pages of a sign-in; the box may stand on a later one.</param>
    public static IEnumerable<Finding> Box(TargetPolicy policy, IEnumerable<PageShown> pages, string recipeFile)
    {
        var isThere = pages.Any(page => page.KeepMeSignedIn == true);
        const string What = "the keep-me-signed-in box is there";
        if (policy.PromisesBox)
            yield return isThere
                ? new Finding(What)
                : new Finding(
                    What, $"nothing on its pages fits 'keep-me-signed-in' in {recipeFile}. Correct it there, or write "
                    + "'keep-me-signed-in: hidden' in the file's policy");
        else if (policy.Says("keep-me-signed-in") && isThere)
            yield return new Finding(
                "there is no keep-me-signed-in box, as the file says", "the page has one. Write 'keep-me-signed-in: offered' in the file's "
                + "policy, and what it promises");
    }

    /// <summary>That a page which asks lacks a control.</summary>
    public static Finding Unfilled(ControlMissingException missing, string recipeFile) => new(
        "the sign-in page can be filled in",
        $"it has no {missing.Control.What} that the recipe knows: '{missing.Control.RecipeKey}' in {recipeFile}, if 'recipe' in the file "
        + "names the right one");

    /// <summary>That the target showed a page of its own where the app should have been answered.</summary>
    public static string Unanswered(RegistrationWords words, PageShown page) =>
        $"the target showed the page “{page.Title}” ({page.Message ?? page.Kind}) instead of answering the app. {words.Mend}";

    /// <summary>Whether one of its cookies is known to hold the session.</summary>
    public static Finding SessionCookie(IReadOnlyList<Event> seen)
    {
        const string What = "the session cookie of the target is known";
        List<CookieChanged> set = [.. seen.OfType<CookieChanged>().Where(cookie =>
            cookie.Site == KnownSites.Login && cookie.Change != "gone")];
        return set.Exists(cookie => cookie.Role == CookieRoles.Session)
            ? new Finding(What)
            : new Finding(
                What,
                $"it set {string.Join(", ", set.Select(one => one.Name).Distinct().DefaultIfEmpty("none"))}, and the recipe knows the name "
                + "of none of these. Say in the file which hold the session: 'cookies: { sso: [NAME] }'");
    }

    /// <summary>What is wrong where a page that asks came again.</summary>
    public static string Stuck(string user, PageShown? page) => page switch
    {
        { Kind: PageKinds.Credentials } =>
            $"the sign-in page came again ({page.Message ?? "without a message that the recipe knows"}). Correct users.{user}, or "
            + "the account",
        { Kind: PageKinds.SecondFactor } => $"a one-time code is asked for, and users.{user} names no 'one-time-code' that is taken",
        _ => $"the page “{page?.Title}” came, which the recipe does not know. Describe it there under 'interrupts', 'message' or "
            + "'error-page'",
    };
}
