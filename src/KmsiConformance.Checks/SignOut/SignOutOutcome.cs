using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using static KmsiConformance.Ledger.Vocabulary.SignOutOutcomes;

namespace KmsiConformance.Checks.SignOut;

/// <summary>
/// What a sign-out turned out to be, judged from the ledger: was the logout endpoint called, and where did the browser end
/// up.
/// </summary>
/// <param name="Kind">One of <see cref="SignOutOutcomes"/>.</param>
/// <param name="Because">The facts behind it, in words.</param>
public sealed record SignOutOutcome(string Kind, string Because)
{
    /// <summary>Judges the events of one step that signed out of <paramref name="app"/>.</summary>
    public static SignOutOutcome Of(IReadOnlyList<Event> step, string app)
    {
        if (SiteSignOut.Is(step, app)) return SiteSignOut.Of(step, app);
        var visits = step.OfType<RequestCompleted>().Where(request => request.Context == "top-level").ToList();
        if (visits.TrueForAll(request => request.Site != KnownSites.Login)) return new(Stuck, "the login endpoint was not called");

        // SAML tells an app by sending the browser through it (SAML bindings, 3.4).
        HashSet<string> told = [.. step.OfType<AppNotified>().Select(notified => notified.App)];
        if (visits.Find(request => request.Site != KnownSites.Login && request.Site != app && !told.Contains(request.Site)) is { } stranger)
            return new(SentElsewhere, $"the browser was sent to {stranger.Site}");

        if (step.OfType<AppReturned>().LastOrDefault(returned => returned.App == app) is { } back)
        {
            return back.StateMatches
                ? new(SignedOut, $"the logout endpoint was called, and the browser came back to {app}")
                : new(Stuck, $"the browser came back to {app} with a state that it had not sent");
        }

        var page = step.OfType<PageShown>().LastOrDefault();
        return page?.Kind switch
        {
            PageKinds.Error => new(Refused, $"{page.Site} showed an error page (“{page.Message}”)"),
            PageKinds.SignedOut => new(SignedOutPage, $"{page.Site} showed its own page for signed-out users"),
            PageKinds.ConfirmSignOut => new(Asked, $"{page.Site} asked whether to sign out"),
            PageKinds.Left => new(SentElsewhere, $"the browser was sent to {page.Url}"),
            PageKinds.App => new(SentElsewhere, $"the browser was sent to a page of {page.Site} that is not the one for signed-out users"),
            PageKinds.Credentials => new(Stuck, $"the browser stayed on a page of {page.Site} ('{page.Title}')"),
            _ => new(Unknown, $"the page shown is not one the recipe knows ('{page?.Title}')"),
        };
    }
}
