using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using static KmsiConformance.Ledger.Vocabulary.VisitOutcomes;

namespace KmsiConformance.Checks.SignIn;

/// <summary>
/// What a visit to a protected page of the login endpoint's own site turned out to be. No app tells of a session there: it is
/// seen by the page itself, at its own address, answered with success, with something on it that only somebody who is signed in
/// is shown. A page that lacks one of these proves nothing, neither that somebody is signed in nor that nobody is.
/// </summary>
internal static class SiteVisit
{
    private static readonly string[] Between = [PageKinds.StaySignedIn, PageKinds.Consent, PageKinds.SelectAccount];

    /// <summary>Whether the events of a step are such a visit.</summary>
    public static bool Is(IReadOnlyList<Event> step, string app) =>
        VisitOutcome.VisitTo(step, app) is { OnSite: true };

    /// <summary>What is demanded of one, in words; null for an outcome that it cannot have.</summary>
    public static string? Demand(string outcome, string app) => outcome switch
    {
        Silent => $"silent: the protected page of {app} is shown and nobody is asked",
        Prompt => "prompt: a page asks for credentials",
        SignedIn => $"signed-in: the page asks, the credentials are accepted, and the protected page of {app} is shown",
        Rejected => "rejected: the page asks, and does not accept the credentials",
        _ => null,
    };

    /// <summary>Judges the events of one step.</summary>
    public static VisitOutcome Of(IReadOnlyList<Event> step, string app)
    {
        var pages = step.OfType<PageShown>().ToList();
        var posted = step.OfType<CredentialsPosted>().Any() || step.OfType<UserNamePosted>().Any();
        var last = pages.LastOrDefault();
        if (last is null) return new(Unknown, "no page came to rest");
        if (last.IsStored)
            return new(Unknown, $"the browser showed '{last.Title}' as it had stored it, which the site allows (Cache-Control)");
        if (last.Kind == PageKinds.Protected && last.ProtectedBy.Contains(app)) return Shown(step, app, pages, posted);
        if (last.Site != KnownSites.Login) return new(Unknown, $"the browser ended up at {last.Site}, which is no site of the target");
        return last.Kind switch
        {
            PageKinds.SecondFactor => new(SecondFactorAsked, $"{last.Site} asks for a second factor{Said(last)}"),
            PageKinds.Credentials when posted => new(Rejected, $"the credentials were not accepted{Said(last)}"),
            PageKinds.Credentials => new(Prompt, $"{last.Site} showed a page that asks for credentials"),
            PageKinds.Error => new(Error, $"{last.Site} showed an error page{Said(last)}") { ErrorCode = "error-page" },
            _ when Between.Contains(last.Kind) => new(Interrupted, $"{last.Site} showed the page {last.Kind}"),
            _ => new(Unknown, Unrecognised(last, app)),
        };
    }

    private static VisitOutcome Shown(IReadOnlyList<Event> step, string app, List<PageShown> pages, bool posted)
    {
        if (posted) return new(SignedIn, $"credentials were posted, and the protected page of {app} was shown");
        if (step.OfType<InterruptAnswered>().LastOrDefault(answered => answered.Interrupt != PageKinds.Notice) is { } between)
        {
            return between.Interrupt == PageKinds.SecondFactor
                ? new(SecondFactorGiven,
                    $"a second factor was given, no password was asked for, and the protected page of {app} was shown")
                : new(Unknown, $"the page {between.Interrupt} came between although nobody had given credentials");
        }

        return pages.Find(page => page.Kind is not (PageKinds.Protected or PageKinds.Notice)) is { } stray
            ? new(Unknown, $"the page {stray.Kind} was shown, nobody answered it, and the protected page came all the same")
            : new(Silent, $"the protected page of {app} was shown with no page and no credentials in between");
    }

    private static string Unrecognised(PageShown page, string app) => page.ProtectedBy.Contains(app)
        ? $"the page at the protected address ('{page.Title}') neither asks for credentials nor shows what only somebody who is signed "
            + "in is shown, by the recipe's 'signed-in'; one that only tells something and has a button or link to go on is described as "
            + "'notice' under 'interrupts' there"
        : $"the browser ended up at {page.Url} ('{page.Title}'), which is neither the protected page of {app} nor one that asks";

    private static string Said(PageShown page) => string.IsNullOrWhiteSpace(page.Message) ? "" : $" (“{page.Message.Trim()}”)";
}
