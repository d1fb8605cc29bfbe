using KmsiConformance.Checks;
using KmsiConformance.Checks.SignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignOut;

internal sealed class SignOutComesBackToTheAppTests : CheckTests
{
    private static readonly RequestCompleted AtPharmacy = AtLogout with { Url = "https://pharmacy.localhost/saml/slo", Site = "pharmacy" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SignOutComesBackToTheApp("groceries"))
            .Passes("there and back with the state", AtLogout, Back, AppPage)
            .Passes("there and back, as the app began it", SignOutBegan, AtLogout, Back, AppPage)
            .Passes("through another app that is told on the way", AtLogout, AtPharmacy, Told("pharmacy"), Back, AppPage)
            .Fails("through another app that is told of nothing", AtLogout, AtPharmacy, Back, AppPage)
            .Fails("back with another state", AtLogout, Back with { StateMatches = false }, AppPage)
            .Fails("back without having been there", Back, AppPage)
            .Fails("an error page", AtLogout, ErrorPage)
            .Fails("a sign-out of an earlier step", AtLogout, Back, AppPage, Step)
            .CannotTell("a page that nobody recognises", AtLogout, OddPage)
            .Passes("a button of a site, and a page without an error", SiteSignOutBegan, Protected, SignOutDone, AtLogout, HomePage)
            .Passes("a button of a site, and its sign-in page", SiteSignOutBegan, Protected, SignOutDone, AtLogout, Prompt)
            .Fails("a button of a site, and an error", SiteSignOutBegan, Protected, SignOutDone, AtLogout, ErrorPage)
            .Fails("a button of a site that leads to a stranger", SiteSignOutBegan, Protected, SignOutDone, AtStranger, HomePage)
            .Fails("a button of a site without effect", SiteSignOutBegan, Protected, SignOutDone, AtLogout, Protected)
            .Passes(
                "a button of a site that was a stranger's page before", SiteSignOutBegan, AtStranger, Protected, SignOutDone, HomePage)
            .Passes(
                "a button of a site whose page has a stranger's frame",
                SiteSignOutBegan, Protected, SignOutDone, AtStranger with { Context = "frame" }, HomePage)
            .Fails(
                "a question of the site that nobody answered",
                SiteSignOutBegan, Protected, SignOutDone, Question with { Kind = "confirm-sign-out" })
            .Fails("a button of a site that leads out of the web", SiteSignOutBegan, Protected, SignOutDone, OddPage with { Kind = "left" })
            .Fails("the page of the app where another signs out at a site", SiteSignOutBegan with { App = "pharmacy" }, AppPage)
            .CannotTell("a button of a site, and no page", SiteSignOutBegan, SignOutDone)
            .CannotTell("a button that was pressed for another app", SiteSignOutBegan, SignOutDone with { App = "pharmacy" }, HomePage)
            .CannotTell("a site that asks for a sign-in in place of the button", SiteSignOutBegan, AtLogout, Prompt),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
