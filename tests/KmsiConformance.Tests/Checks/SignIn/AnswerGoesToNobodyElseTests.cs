using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class AnswerGoesToNobodyElseTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AnswerGoesToNobodyElse("groceries")).Given([Step])
            .Passes("an error page of the login endpoint", AskedLogin, ErrorPage)
            .Passes("a page of its own that came as an error", AskedLogin with { Status = 400 }, HomePage)
            .Passes("an error page on another host of the login endpoint's", AskedLogin, Visit("pages.login.localhost"),
                ErrorPage with { Site = "pages.login.localhost" })
            .Fails("a stranger whose host begins like the app's", AskedLogin, Visit("groceries.localhost.stranger.localhost"), OddPage)
            .Fails("another page of the app", AskedLogin, Visit("groceries"), OddPage with { Site = "groceries" })
            .CannotTell("an address that is not there", AskedLogin with { Status = 404 }, ErrorPage)
            .CannotTell("a page of its own that may lead on", AskedLogin, HomePage)
            .CannotTell("a login endpoint that fails", AskedLogin with { Status = 500 }, ErrorPage)
            .CannotTell("a login endpoint that has had enough", AskedLogin with { Status = 429 }, ErrorPage)
            .Passes("the app, before it asked the login endpoint", AtStranger, AskedLogin, ErrorPage)
            .Passes("a frame of a stranger", AskedLogin, AtStranger with { Context = "frame" }, ErrorPage)
            .Fails("a stranger", AskedLogin, AtStranger, OddPage with { Site = "stranger.localhost" })
            .Fails("a code for the app", AskedLogin, new AppAnswered("groceries", "code", null, null, true), ErrorPage)
            .Passes("an answer to another app", AskedLogin, new AppAnswered("pharmacy", "code", null, null, true), ErrorPage)
            .Fails("an address that is none of the web", AskedLogin, OddPage with { Kind = "left" })
            .CannotTell("a page that asks for credentials first", AskedLogin, Prompt)
            .CannotTell("a page that asks for a second factor", AskedLogin, Factor)
            .CannotTell("no page at all", AskedLogin)
            .CannotTell("a login endpoint that nobody asked", ErrorPage)
            .Or(new AnswerGoesToNobodyElse("garage")).Given([new AppReady("garage", "saml", false), Step])
            .Passes("an error page for a SAML app", AskedLogin, ErrorPage)
            .Passes("an answer at the address of its metadata", AskedLogin, AskedLogin with { Site = "garage" },
                new AppAnswered("garage", "assertion", null, null, true), AppPage)
            .Fails("a stranger who gets the assertion", AskedLogin, AtStranger, OddPage with { Site = "stranger.localhost" })
            .Or(new AnswerGoesToNobodyElse("groceries")).Given([Step])
            .CannotTell("a login endpoint that only a frame asked", AskedLogin with { Context = "frame" }, ErrorPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
