using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class CookieLastsTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CookieLasts("sso", null, TimeSpan.FromDays(7), "keep-alive"))
            .Passes("seven days", Step, Kept, StoreRead)
            .Passes("four minutes less", Step, Kept with { ExpiresAt = Noon.AddDays(7).AddMinutes(-4) }, StoreRead)
            .Fails("six minutes less", Step, Kept with { ExpiresAt = Noon.AddDays(7).AddMinutes(-6) }, StoreRead)
            .Fails("fourteen days", Step, Kept with { ExpiresAt = Noon.AddDays(14) }, StoreRead)
            .Fails("no expiry", Step, Kept with { ExpiresAt = null }, StoreRead)
            .Passes("seven days of the cookie for the box", Step, Kept with { ExpiresAt = null }, KeptApart, StoreRead)
            .Fails("another time of the cookie for the box", Step, Kept, KeptApart with { ExpiresAt = Noon.AddDays(14) }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieLasts("sso", null, TimeSpan.FromSeconds(3), "3 seconds"))
            .Passes("two seconds of three", Step, Kept with { ExpiresAt = Noon.AddSeconds(2) }, StoreRead)
            .Fails("five seconds of three", Step, Kept with { ExpiresAt = Noon.AddSeconds(5) }, StoreRead)
            .Fails("an expiry that has come", Step, Kept with { ExpiresAt = Noon }, StoreRead),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);

    [Test]
    public void The_length_is_said_in_the_words_of_the_scenario_and_in_days()
    {
        var check = new CookieLasts("sso", null, TimeSpan.FromDays(7), "keep-alive");
        Assert.That(check.Judge(new Evidence([Kept], [StoreRead], Noon)).Expected, Does.Contain("keep-alive (7 days)"));
    }
}
