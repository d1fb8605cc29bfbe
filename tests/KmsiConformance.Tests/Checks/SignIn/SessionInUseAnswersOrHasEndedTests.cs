using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class SessionInUseAnswersOrHasEndedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SessionInUseAnswersOrHasEnded("groceries"))
            .Passes("the first visit asks nobody", [.. SignsIn, .. Visits(9, Protected)])
            .Passes("a visit after a pause that the session had lived through asks",
                [.. SignsIn, .. Visits(9, Protected), .. Visits(18, Prompt)])
            .Passes("visits after that ask too", [.. SignsIn, .. Visits(9, Protected), .. Visits(18, Prompt), .. Visits(27, Prompt)])
            .Passes("a shorter pause than one before ends it", [.. SignsIn, .. Visits(9, Protected), .. Visits(17, Prompt)])
            .CannotTell("the first visit asks: the pause may have ended it", [.. SignsIn, .. Visits(9, Prompt)])
            .CannotTell("a longer pause than any before may have ended it", [.. SignsIn, .. Visits(9, Protected), .. Visits(19, Prompt)])
            .CannotTell("nobody had signed in", Visits(9, Prompt))
            .CannotTell("pauses of the session before do not count",
                [.. SignsIn, .. Visits(9, Protected), .. SignsIn.Select(one => one with { At = At(20) }), .. Visits(29, Prompt)])
            .CannotTell("a visit to another app is a use as well",
                [.. SignsIn, .. Visits(8, Protected, "pharmacy"), .. Visits(10, Protected), .. Visits(19, Prompt)])
            .CannotTell("a page that nobody recognises", [.. SignsIn, .. Visits(9, Unmarked)])
            .Fails("an error page", [.. SignsIn, .. Visits(9, ErrorPage)]),
    ];

    private static Event[] SignsIn => [Step, VisitedOnSite with { At = At(0) }, Prompt, Posted with { At = At(0) }, Protected];

    private static Event[] Visits(int minute, Event shows, string app = "groceries") =>
    [
        Step, VisitedOnSite with { App = app, At = At(minute) },
        shows is PageShown { Kind: "protected" } page ? page with { ProtectedBy = [app], At = At(minute) } : shows,
    ];

    private static DateTimeOffset At(int minute) => Noon.AddMinutes(minute);

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
