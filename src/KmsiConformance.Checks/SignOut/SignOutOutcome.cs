using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.SignOut;

/// <summary>What a sign-out turned out to be, judged from the ledger: was the logout endpoint called, and where did the browser end up.</summary>
/// <param name="Kind">One of the constants below.</param>
/// <param name="Because">The facts behind it, in words.</param>
public sealed record SignOutOutcome(string Kind, string Because)
{
    /// <summary>The browser came back to the app's page for signed-out users, with the app's state.</summary>
    public const string SignedOut = "signed-out";

    /// <summary>The login endpoint showed an error page and sent the browser nowhere.</summary>
    public const string Refused = "refused";

    /// <summary>The browser was sent to an address that is not the app's.</summary>
    public const string SentElsewhere = "sent-elsewhere";

    /// <summary>The login endpoint showed its own page for signed-out users.</summary>
    public const string SignedOutPage = "signed-out-page";

    /// <summary>The login endpoint asked whether to sign out, and nobody answered.</summary>
    public const string Asked = "asked";

    /// <summary>The logout endpoint was not called, or called and the browser stayed there.</summary>
    public const string Stuck = "stuck";

    /// <summary>The recipe does not recognise what happened; nobody may pass or fail on it.</summary>
    public const string Unknown = "unknown";

    /// <summary>Judges the events of one step that signed out of <paramref name="app"/>.</summary>
    public static SignOutOutcome Of(IReadOnlyList<Event> step, string app)
    {
        var visits = step.OfType<RequestCompleted>().Where(request => request.Context == "top-level").ToList();
        if (visits.TrueForAll(request => request.Site != VisitOutcome.LoginSite)) return new(Stuck, "the login endpoint was not called");
        if (visits.Find(request => request.Site != VisitOutcome.LoginSite && request.Site != app) is { } stranger)
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
            "error" => new(Refused, $"{page.Site} showed an error page (“{page.Message}”)"),
            "signed-out" => new(SignedOutPage, $"{page.Site} showed its own page for signed-out users"),
            "confirm-sign-out" => new(Asked, $"{page.Site} asked whether to sign out"),
            "left" => new(SentElsewhere, $"the browser was sent to {page.Url}"),
            "app" => new(SentElsewhere, $"the browser was sent to a page of {page.Site} that is not the one for signed-out users"),
            "credentials" => new(Stuck, $"the browser stayed on a page of {page.Site} ('{page.Title}')"),
            _ => new(Unknown, $"the page shown is not one the recipe knows ('{page?.Title}')"),
        };
    }
}
