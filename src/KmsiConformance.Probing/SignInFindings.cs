using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Worlds;

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
                "none of its cookies fits 'cookies.sso' of the recipe. It set "
                + string.Join(", ", set.Select(one => one.Name).Distinct()));
    }

    private static string Stuck(string user, PageShown? page) => page switch
    {
        { Kind: PageKinds.Credentials } =>
            $"the sign-in page came again ({page.Message ?? "without a message that the recipe knows"}). Correct users.{user}, or "
            + "the account",
        { Kind: PageKinds.SecondFactor } => $"a one-time code is asked for, and users.{user} names no 'one-time-code' that is taken",
        _ => $"the page “{page?.Title}” came, which the recipe does not know. Describe it there under 'interrupts', 'message' or "
            + "'error-page'",
    };
}
