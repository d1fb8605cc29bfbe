using KmsiConformance.Checks;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Pages;

internal sealed class RedirectWithCodeIsNotStoredTests : CheckTests
{
    private static RequestCompleted Redirect(string? cacheControl) =>
        AskedLogin with
        {
            Location = "https://groceries.localhost/signin-oidc?state=***&code=***", CacheControl = cacheControl,
            At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new RedirectWithCodeIsNotStored())
            .Passes("no word of it", Step, Redirect(null))
            .Passes("no-store", Step, Redirect("no-store, max-age=300"))
            .Passes("no-cache", Step, Redirect("public, no-cache, max-age=300"))
            .Passes("no time at all", Step, Redirect("private, max-age=0"))
            .Fails("some minutes", Step, Redirect("private, max-age=300"))
            .Fails("some minutes for all between", Step, Redirect("s-maxage=300"))
            .Fails("anybody", Step, Redirect("Public"))
            .Fails("the later one", Step, Redirect(null), Redirect("max-age=\"1\""))
            .Passes("a date that is over", Step, Redirect(null) with { Expires = "Thu, 01 Jan 1970 00:00:00 GMT" })
            .Passes("a date that is none", Step, Redirect(null) with { Expires = "0" })
            .Passes("no time, whatever the date says", Step, Redirect("max-age=0") with { Expires = "Fri, 01 Jan 2100 00:00:00 GMT" })
            .Fails("a date to come", Step, Redirect("private") with { Expires = "Fri, 01 Jan 2100 00:00:00 GMT" })
            .Fails("more seconds than a number can hold", Step, Redirect("max-age=99999999999999999999"))
            .Fails("a redirect for good", Step, Redirect(null), Redirect(null) with { Status = 301 })
            .Passes("a redirect for good that is not to be kept", Step, Redirect("no-store") with { Status = 308 })
            .Passes("a temporary one that keeps its method", Step, Redirect(null) with { Status = 307 })
            .Passes("one with 303", Step, Redirect(null) with { Status = 303 })
            .CannotTell("an error", Step, Redirect("max-age=300") with { Location = "https://groceries.localhost/signin-oidc?error=***" })
            .CannotTell("a code that another site sends", Step, Redirect("max-age=300") with { Site = "contoso" })
            .CannotTell("a frame", Step, Redirect("max-age=300") with { Context = "frame" })
            .CannotTell("an answer that is no redirect", Step, Redirect("max-age=300") with { Status = 200 })
            .CannotTell("no redirect", Step, Redirect(null) with { Location = null }),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
