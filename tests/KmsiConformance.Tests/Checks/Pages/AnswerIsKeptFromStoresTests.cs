using KmsiConformance.Checks.Pages;
using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Pages;

internal sealed class AnswerIsKeptFromStoresTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new AnswerIsKeptFromStores())
            .Passes("a page that says so", Form("no-store"), Posted)
            .Fails("a page that says something else", Form("private"), Posted)
            .Fails("a page that says nothing", Form(null), Posted)
            .Fails("the last of two answers", Form("no-store"), Posted, Form(null), Posted)
            .Passes("a picture of the app behind it", Form("no-store"), Posted, Posted with { Context = "subresource" })
            .Passes("a picture that the page shows", Form("no-store"), Form(null) with { Context = "subresource" }, Posted)
            .Passes("a request between that nobody answered", Form("no-store"), Form(null) with { Status = 0 }, Posted)
            .CannotTell("an answer by redirect", Form(null) with { Status = 302, Location = "https://groceries.localhost/" }, Posted)
            .CannotTell("an answer by address", Form("no-store"), Posted with { Method = "GET" })
            .CannotTell("credentials that were posted", Form("no-store"), Form("no-store") with { Method = "POST" })
            .CannotTell("an app's own form", Posted, Posted)
            .CannotTell("nothing before the post", Posted),
    ];

    private static RequestCompleted Posted => Form(null) with { Site = "groceries", Method = "POST" };

    private static RequestCompleted Form(string? cacheControl) => AtLogout with { CacheControl = cacheControl };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
