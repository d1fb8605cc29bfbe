using KmsiConformance.Checks;
using KmsiConformance.Checks.Federation;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Federation;

internal sealed class ProviderIsAskedTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ProviderIsAsked("contoso", "sign-in", 1))
            .Passes("one request", Step, AskedLogin, AskedContoso, Step)
            .Fails("two requests", Step, AskedLogin, AskedContoso, AskedContoso, Step)
            .Fails("a request for something else", Step, AskedLogin, AskedContoso with { For = "sign-out" }, Step)
            .Fails("a request to another provider", Step, AskedLogin, AskedContoso with { Provider = "fabrikam" }, Step)
            .Passes("one request of the step before, whatever this one does", Step, AskedLogin, AskedContoso, Step, AskedLogin)
            .Passes(
                "one request, whoever browses on another device since",
                Step, AskedLogin, AskedContoso, Step, Elsewhere(AskedLogin), Step, StoreRead)
            .Passes(
                "one request here, whoever is asked on another device",
                Step, AskedLogin, AskedContoso, Elsewhere(AskedContoso), Step, StoreRead)
            .CannotTell("nothing at all")
            .Or(new ProviderIsAsked("contoso", "sign-in", 0))
            .Passes("a request of an earlier step", Step, AskedLogin, AskedContoso, Step, AskedLogin, Step)
            .Fails("a request where there must be none", Step, AskedLogin, AskedContoso, Step)
            .CannotTell("a browser that has done nothing", Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
