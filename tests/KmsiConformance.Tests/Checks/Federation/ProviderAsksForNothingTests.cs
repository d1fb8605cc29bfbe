using KmsiConformance.Checks;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Federation;

internal sealed class ProviderAsksForNothingTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ProviderAsksForNothing("groceries"))
            .Passes("a provider that asks nobody", Visited, AskedLogin, Prompt, Chosen, Code, Began("groceries"), AppPage)
            .Fails("the provider's own page", Visited, AskedLogin, Prompt, Chosen, ProviderPrompts, ProviderPage)
            .Fails("a sign-in for which no provider was chosen", Visited, AskedLogin, Code, Began("groceries"), AppPage)
            .CannotTell(
                "credentials asked for after the choice",
                Visited, AskedLogin, Prompt, Chosen, Prompt, Code, Began("groceries"), AppPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
