using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class WhoeverIsSignedInGaveCredentialsTests : CheckTests
{
    private static readonly CredentialsPosted ByBob = Posted with { User = "bob" };
    private static readonly CredentialsPosted AtContoso = Posted with { Site = "contoso" };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new WhoeverIsSignedInGaveCredentials("groceries"))
            .Passes("silence after a sign-in", Step, Posted, Began("groceries"), Step, Began("groceries"))
            .Passes("silence after a sign-in to another app on this device",
                Elsewhere(Step), Elsewhere(Posted), Elsewhere(Began("groceries")),
                Step, Posted, Began("pharmacy"), Step, Began("groceries"))
            .Passes("the same sub for the same user", Step, Posted, Began("groceries"), Step, Posted, Began("groceries"))
            .Passes("subs of two users", Step, Posted, Began("groceries"), Step, ByBob, Began("groceries", "bob-id"))
            .Passes("another sub of a namesake at a provider",
                Step, Posted, Began("groceries"), Step, AtContoso, Began("groceries", "contoso-alice"))
            .Passes("another name for the same user of a SAML app",
                new AppReady("groceries", "saml", false), Step, Posted, Began("groceries"), Step, Posted, Began("groceries", "transient-2"))
            .Fails("the name of somebody else of a SAML app",
                new AppReady("groceries", "saml", false), Step, Posted, Began("groceries"), Step, ByBob, Began("groceries"))
            .Fails("somebody who is signed in elsewhere",
                Step, Elsewhere(Posted), Elsewhere(Began("groceries")), Step, ByBob, Began("groceries", "bob-id"), Step, Began("groceries"))
            .Fails("another sub for the same user", Step, Posted, Began("groceries"), Step, Posted, Began("groceries", "bob-id"))
            .Fails("the sub of the user before", Step, Posted, Began("groceries"), Step, ByBob, Began("groceries"))
            .Fails("the sub of a namesake", Step, Posted, Began("groceries"), Step, AtContoso, Began("groceries"))
            .CannotTell("the cookie of another device",
                Step, Elsewhere(Posted), Elsewhere(Began("groceries")), Elsewhere(Kept), Step, Kept, Began("groceries"))
            .CannotTell("a sub that nobody got for credentials", Step, Posted, Began("groceries"), Step, Began("groceries", "bob-id"))
            .CannotTell("a first sign-in", Step, Posted, Began("groceries"))
            .CannotTell("a sub of another app", Step, Posted, Began("pharmacy"), Step, Began("groceries"))
            .CannotTell("no session", Step, Posted),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
