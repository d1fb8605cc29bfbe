using KmsiConformance.Checks;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Federation;

internal sealed class ProviderAsksForCredentialsTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ProviderAsksForCredentials("groceries"))
            .Passes("the provider's own page", Visited, AskedLogin, Prompt, Chosen, ProviderPrompts, ProviderPage)
            .Fails("a provider that asks nobody", Visited, AskedLogin, Prompt, Chosen, Code, Began("groceries"), AppPage)
            .CannotTell("a page of which the provider knows nothing", Visited, AskedLogin, Prompt, Chosen, ProviderPage),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
