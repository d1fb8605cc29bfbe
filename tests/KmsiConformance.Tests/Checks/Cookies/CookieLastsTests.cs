using System.Globalization;
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
        .. Of(new CookieLasts(Sso, TimeSpan.FromDays(7), "keep-alive"))
            .Passes("seven days", Step, Kept, StoreRead)
            .Passes("four minutes less", Step, Kept with { ExpiresAt = Noon.AddDays(7).AddMinutes(-4) }, StoreRead)
            .Fails("six minutes less", Step, Kept with { ExpiresAt = Noon.AddDays(7).AddMinutes(-6) }, StoreRead)
            .Fails("fourteen days", Step, Kept with { ExpiresAt = Noon.AddDays(14) }, StoreRead)
            .Fails("no expiry", Step, Kept with { ExpiresAt = null }, StoreRead)
            .Passes("seven days of the cookie for the box", Step, Kept with { ExpiresAt = null }, KeptApart, StoreRead)
            .Fails("another time of the cookie for the box", Step, Kept, KeptApart with { ExpiresAt = Noon.AddDays(14) }, StoreRead)
            .CannotTell("a store that was not read", Kept, Step)
            .Or(new CookieLasts(Sso, TimeSpan.FromSeconds(3), "3 seconds"))
            .Passes("two seconds of three", Step, Kept with { ExpiresAt = Noon.AddSeconds(2) }, StoreRead)
            .Fails("five seconds of three", Step, Kept with { ExpiresAt = Noon.AddSeconds(5) }, StoreRead)
            .Fails("an expiry that has come", Step, Kept with { ExpiresAt = Noon }, StoreRead)
            .Passes("half of three seconds less", Step, Lasting(TimeSpan.FromSeconds(1.5)), StoreRead)
            .Fails("more than half of three seconds less", Step, Lasting(TimeSpan.FromSeconds(1.4)), StoreRead)
            .Or(new CookieLasts(Sso, TimeSpan.FromMinutes(20), "session"))
            .Passes("five seconds more than twenty minutes", Step, Lasting(TimeSpan.FromSeconds(1205)), StoreRead)
            .Fails("six seconds more than twenty minutes", Step, Lasting(TimeSpan.FromSeconds(1206)), StoreRead)
            .Or(new CookieLasts(Sso, TimeSpan.FromHours(1), "1 hour"))
            .Passes("five minutes less than an hour", Step, Lasting(TimeSpan.FromMinutes(55)), StoreRead),
    ];

    [Test]
    public void What_was_seen_is_said_with_its_end()
    {
        var check = new CookieLasts(Sso, TimeSpan.FromDays(7), "keep-alive");
        Assert.That(check.Judge(new Evidence([Kept], [StoreRead], Noon)).Actual, Does.EndWith("lasts 7 days, until 2026-01-08 12:00:00Z"));
    }

    private static CookieChanged Lasting(TimeSpan span) => Kept with { ExpiresAt = Noon + span };

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);

    [TestCase("7.00:00:00", "keep-alive", "keep-alive (7 days)")]
    [TestCase("1.00:00:00", "keep-alive", "keep-alive (1 days)")]
    [TestCase("1.00:00:00", "1 days", "lasts 1 days")]
    [TestCase("00:00:00.500", "a moment", "a moment (0.5 seconds)")]
    [TestCase("1.00:30:00", "keep-alive", "keep-alive (1 days 0 hours 30 minutes)")]
    [TestCase("1.02:00:00", "keep-alive", "keep-alive (1 days 2 hours 0 minutes)")]
    [TestCase("00:20:00", "session", "session (1200 seconds)")]
    [TestCase("00:01:00", "a minute", "a minute (60 seconds)")]
    [TestCase("00:01:00.400", "a minute", "a minute (60 seconds)")]
    [TestCase("00:00:30", "half a minute", "half a minute (30 seconds)")]
    public void The_length_is_said_in_the_words_of_the_scenario_and_in_those_of_a_clock(string length, string words, string says)
    {
        var check = new CookieLasts(Sso, TimeSpan.Parse(length, CultureInfo.InvariantCulture), words);
        Assert.That(check.Judge(new Evidence([Kept], [StoreRead], Noon)).Expected, Does.EndWith(says));
    }
}
