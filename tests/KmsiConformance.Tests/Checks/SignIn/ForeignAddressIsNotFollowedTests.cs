using KmsiConformance.Checks;
using KmsiConformance.Checks.SignIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.SignIn;

internal sealed class ForeignAddressIsNotFollowedTests : CheckTests
{
    private static readonly RequestCompleted LedToSignIn = AskedLogin with { Location = "https://login.localhost/sign-in?a=…&Next=…" };

    private static readonly PageShown Shown = HomePage with { Kind = "protected" };

    private static readonly CookieChanged Sso = Kept;

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ForeignAddressIsNotFollowed("next")).Given([LedToSignIn, Step])
            .Passes("a page of the site's own", Prompt, Posted, AskedLogin, HomePage)
            .Passes("an error page of the site's own", Prompt, Posted, AskedLogin, ErrorPage)
            .Fails("a stranger", Prompt, Posted, AskedLogin, AtStranger, OddPage with { Site = "stranger.localhost" })
            .Fails("an address that is none of the web", Prompt, Posted, OddPage with { Kind = "left" })
            .Passes("a stranger before anybody had signed in, and not after", AtStranger, Prompt, Posted, AskedLogin, HomePage)
            .Passes("a frame of a stranger", Prompt, Posted, AtStranger with { Context = "frame" }, HomePage)
            .CannotTell("a sign-in that asks for a second factor", Prompt, Posted, AskedLogin, Factor)
            .CannotTell("a page of its own and then the sign-in page again", Prompt, Posted, AskedLogin, HomePage, Prompt)
            .CannotTell("a stranger before anybody had signed in", AtStranger)
            .CannotTell("a sign-in that was refused", Prompt, Posted, AskedLogin, Prompt)
            .CannotTell("no page at all", Prompt, Posted, AskedLogin)
            .Given([LedToSignIn, Sso, Shown, Step])
            .Passes("the site's own page for whoever is signed in already", AskedLogin, Shown)
            .Fails("a stranger, with whoever is signed in already", AskedLogin, AtStranger, OddPage with { Site = "stranger.localhost" })
            .Fails("a stranger who is not there, with whoever is signed in already", AtStranger, OddPage with { Kind = "left" })
            .CannotTell("another page for whoever is signed in already", AskedLogin, HomePage)
            .Given([LedToSignIn, Sso, Shown, Sso with { Change = "gone" }, Step])
            .CannotTell("a stranger, where nobody is signed in any more", AtStranger)
            .Given([AskedLogin, Step])
            .CannotTell("a parameter that the site never uses", LedToSignIn, Prompt, Posted, AskedLogin, HomePage)
            .Given([LedToSignIn with { Location = "https://login.localhost/sign-in?anext=…" }, Step])
            .CannotTell("a longer parameter", Prompt, Posted, AskedLogin, HomePage)
            .Given([LedToSignIn with { Location = "next=…" }, Step])
            .CannotTell("an address without parameters", Prompt, Posted, AskedLogin, HomePage)
            .Given([LedToSignIn, Posted, HomePage, Step])
            .CannotTell("credentials of an earlier step", HomePage)
            .Given([LedToSignIn, AskedLogin, Step])
            .Passes("a parameter that one of several requests had", Prompt, Posted, AskedLogin, HomePage)
            .Given([LedToSignIn with { Location = "https://login.localhost/sign-in?next=…" }, Step])
            .Passes("a parameter that is the first", Prompt, Posted, AskedLogin, HomePage)
            .Given([Elsewhere(LedToSignIn), Step])
            .CannotTell("a parameter that was used on another device", Prompt, Posted, AskedLogin, HomePage)
            .Given([LedToSignIn with { Site = "groceries" }, Step])
            .CannotTell("a parameter that another site uses", Prompt, Posted, AskedLogin, HomePage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
