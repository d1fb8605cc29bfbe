using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using static KmsiConformance.Ledger.Vocabulary.SignOutOutcomes;

namespace KmsiConformance.Checks.SignOut;

/// <summary>
/// What a sign-out on the login endpoint's own site turned out to be. Whether it ended anything no page proves: the next visit
/// does.
/// </summary>
internal static class SiteSignOut
{
    /// <summary>What is demanded of one.</summary>
    public const string Demand = "signed-out: the button that signs out is pressed, and the site goes on without an error";

    /// <summary>Whether the events of a step are such a sign-out.</summary>
    public static bool Is(IReadOnlyList<Event> step, string app) =>
        step.OfType<SignOutStarted>().Any(started => started.App == app && started.OnSite);

    /// <summary>Judges the events of one step.</summary>
    public static SignOutOutcome Of(IReadOnlyList<Event> step, string app)
    {
        var page = step.OfType<PageShown>().LastOrDefault();
        if (!step.OfType<SignOutPressed>().Any(pressed => pressed.App == app))
            return new(Unknown, $"nothing was pressed: in place of the page that signs out came {page?.Kind ?? "none"} ('{page?.Title}')");
        var afterwards = step.SkipWhile(happened => happened is not SignOutPressed).OfType<RequestCompleted>();
        if (afterwards.FirstOrDefault(request => request.Context == "top-level" && request.Site != KnownSites.Login) is { } stranger)
            return new(SentElsewhere, $"the browser was sent to {stranger.Site}");
        return page?.Kind switch
        {
            PageKinds.Error => new(Refused, $"{page.Site} showed an error page (“{page.Message}”)"),
            PageKinds.ConfirmSignOut => new(Asked, $"{page.Site} asked whether to sign out"),
            PageKinds.Protected => new(Stuck, $"{page.Site} still showed the protected page"),
            PageKinds.Left => new(SentElsewhere, $"the browser was sent to {page.Url}"),
            null => new(Unknown, "no page came to rest"),
            _ => new(SignedOut, $"the button was pressed, and {page.Site} showed “{page.Title}”"),
        };
    }
}
