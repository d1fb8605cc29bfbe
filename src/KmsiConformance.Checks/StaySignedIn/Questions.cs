using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.StaySignedIn;

/// <summary>What the ledger says about the question whether to stay signed in, since the app was last visited.</summary>
internal static class Questions
{
    /// <summary>The events since an app was last visited; none when none was.</summary>
    public static IReadOnlyList<Event> LastVisit(Evidence evidence)
    {
        return VisitOutcome.LastBegun(evidence.All) is not var (begun, _)
            ? []
            : [.. evidence.All.Where(seen => seen.Sequence >= begun.Sequence)];
    }

    /// <summary>The page that asked; null when nobody was asked.</summary>
    public static PageShown? Asked(IReadOnlyList<Event> visit, string kind = PageKinds.StaySignedIn) => visit.OfType<PageShown>()
        .LastOrDefault(page => page.Kind == kind);

    /// <summary>Whether the app began a session, with or without questions.</summary>
    public static bool WasLetThrough(IReadOnlyList<Event> visit) => visit.OfType<AppSessionStarted>().Any();

    /// <summary>Whether somebody signed in and was let through to the app, so that the absence of a question means something.</summary>
    public static bool WasSignedIn(IReadOnlyList<Event> visit) =>
        VisitOutcome.LastBegun(visit) is var (_, app) && VisitOutcome.Of(visit, app).Kind == VisitOutcomes.SignedIn;
}
