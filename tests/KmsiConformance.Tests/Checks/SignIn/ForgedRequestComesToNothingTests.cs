using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class ForgedRequestComesToNothingTests : CheckTests
{
    private static readonly RequestForged Forged = new("sign-in", "bob", "POST", "https://login.localhost/sign-in", "login");
    private static readonly RequestForged ForgedSignOut = Forged with { What = "sign-out" };
    private static readonly RequestCompleted Posted = AtLogout with { Method = "POST", RedirectedFrom = null };
    private static readonly RequestCompleted Frame = Posted with { Context = "frame" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ForgedRequestComesToNothing())
            .Passes("an error page", Forged, Posted, ErrorPage)
            .Passes("a page that nobody recognises", Forged, Posted, OddPage)
            .Passes("the sign-in page", Forged, Posted, Prompt)
            .Passes("an error that reaches the app", Forged, Posted, OAuthError("access_denied"), AppPage)
            .Passes("a page after a sign-out that nobody was to make", Forged, Posted, SignedOutPage)
            .Passes("what the attacker did before", Began("groceries"), Code, Forged, Posted, ErrorPage)
            .Passes("an error of the server that was seen before", Posted with { Status = 500 }, Forged, Posted, ErrorPage)
            .Passes("a frame of the page that fails", Forged, Posted, Frame with { Status = 500 }, ErrorPage)
            .Fails("a session of the app", Forged, Posted, Began("groceries"), AppPage)
            .Fails("a code that the app does not take", Forged, Posted, Code with { StateMatches = false }, ErrorPage)
            .Fails("a page of the site that needs a sign-in", Forged, Posted, Protected)
            .Passes("such a page where somebody was signed in before", Protected, Step, Forged, Posted, Protected)
            .Passes("the page after a sign-out, which may have ended nothing", ForgedSignOut, Posted, SignedOutPage)
            .Passes("the way back from a sign-out, which may have ended nothing", ForgedSignOut, Posted, Back)
            .CannotTell("nothing at all")
            .CannotTell("a visit that nobody forged", Visited, AskedLogin, ErrorPage)
            .CannotTell("no request", Forged, ErrorPage)
            .CannotTell("a redirect without a request", Forged, AtLogout, ErrorPage)
            .CannotTell("a frame alone", Forged, Frame, ErrorPage)
            .CannotTell("no answer", Forged, Posted with { Status = 0 }, ErrorPage)
            .CannotTell("an error of the server", Forged, Posted with { Status = 500 }, ErrorPage)
            .CannotTell("an error of the server behind a redirect", Forged, Posted with { Status = 302 }, AtLogout with { Status = 503 },
                ErrorPage)
            .CannotTell("too many requests", Forged, Posted with { Status = 429 }, ErrorPage)
            .CannotTell("a page that says that it has had enough", Forged, Posted, Factor with { Kind = "throttled" })
            .CannotTell("no page", Forged, Posted)
            .CannotTell("a question that waits", Forged, Posted, Question)
            .CannotTell("a second factor that is asked for", Forged, Posted, Factor)
            .CannotTell("consent that is asked for", Forged, Posted, Factor with { Kind = "consent" })
            .CannotTell("a choice of accounts", Forged, Posted, Choice),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
