using KmsiConformance.Checks.Pages;
using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Pages;

internal sealed class PageIsKeptFromStoresTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new PageIsKeptFromStores())
            .Passes("a page that says so", Answer("no-store, no-cache"), Prompt)
            .Fails("a page that says something else", Answer("no-cache"), Prompt)
            .Fails("a page that says nothing", Answer(null), Prompt)
            .Fails("a page out of the browser's store", Answer("no-store"), Prompt with { IsStored = true })
            .Passes("an app's page that comes after", Answer("no-store"), Prompt, AtApp, AppPage)
            .Passes("a redirect on the way that says nothing", Redirected, Answer("no-store"), Prompt)
            .Passes("a redirect behind the page", Answer("no-store"), Redirected, Prompt)
            .Passes("a picture of the page that says nothing", Answer("no-store"), Picture, Prompt)
            .Passes("an answer that never came", Answer("no-store"), Answer(null) with { Status = 0 }, Prompt)
            .Passes("an answer after the page", Answer("no-store"), Prompt, Answer(null))
            .Fails("the last of two pages", Answer("no-store"), Prompt, Answer(null), ErrorPage)
            .CannotTell("a page whose answer nobody saw", Prompt)
            .CannotTell("a page of an app", AtApp, AppPage),
    ];

    private static RequestCompleted AtApp => Answer("no-store") with { Site = "groceries" };

    private static RequestCompleted Redirected => Answer(null) with { Status = 302, Location = "https://login.localhost/" };

    private static RequestCompleted Picture => Answer(null) with { Context = "subresource" };

    private static RequestCompleted Answer(string? cacheControl) => AtLogout with { CacheControl = cacheControl };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
