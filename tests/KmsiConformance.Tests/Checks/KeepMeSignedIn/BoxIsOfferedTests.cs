using KmsiConformance.Checks;
using KmsiConformance.Checks.KeepMeSignedIn;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.KeepMeSignedIn;

internal sealed class BoxIsOfferedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new BoxIsOffered(true))
            .Passes("a page with the box", Prompt)
            .Fails("a page without the box", Prompt with { KeepMeSignedIn = false })
            .Fails("a box that was to be set and was not there", Prompt, Missing(ControlMissing.KeepMeSignedIn))
            .CannotTell("a page on which no recipe describes a box", Prompt with { KeepMeSignedIn = null })
            .CannotTell("another control that was not there", Missing("password"))
            .Passes("a page of an earlier step", Prompt, Step)
            .Passes("a page with the box, and then one on which no recipe describes it", Prompt, Prompt with { KeepMeSignedIn = null })
            .Fails("a page without the box after one with it", Prompt, Prompt with { KeepMeSignedIn = false })
            .CannotTell("a page on another device", Elsewhere(Prompt), Step)
            .CannotTell("a box on a page that asks for no credentials", Question with { KeepMeSignedIn = true })
            .CannotTell("no page at all")
            .Or(new BoxIsOffered(false))
            .Passes("a page without the box, as demanded", Prompt with { KeepMeSignedIn = false })
            .Passes("a box that was to be set and was not there, as demanded", Prompt, Missing(ControlMissing.KeepMeSignedIn))
            .Fails("a page with the box where it must be hidden", Prompt)
            .CannotTell("the page of a provider, which has none anyway", ProviderPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
