using KmsiConformance.Checks;
using KmsiConformance.Checks.KeepMeSignedIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.KeepMeSignedIn;

internal sealed class BoxIsUntickedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new BoxIsUnticked())
            .Passes("a box that nobody has ticked", Untouched)
            .Fails("a box that comes ticked", Ticked)
            .Fails("the last of two pages", Untouched, Ticked)
            .Passes("a page of an earlier step", Untouched, Step)
            .CannotTell("a page on which no box was recognised", Prompt with { BoxIsTicked = null })
            .CannotTell("a box on a page that asks for no credentials", Question with { BoxIsTicked = true })
            .CannotTell("a page on another device", Elsewhere(Ticked), Step)
            .CannotTell("a page that remembers what was chosen on it", Untouched, Posted with { KeepMeSignedIn = true }, Ticked)
            .Fails("a page that comes ticked after one that was left as it was", Untouched, Posted with { KeepMeSignedIn = null }, Ticked)
            .CannotTell("no page at all"),
    ];

    private static PageShown Untouched => Prompt with { BoxIsTicked = false };

    private static PageShown Ticked => Prompt with { BoxIsTicked = true };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
