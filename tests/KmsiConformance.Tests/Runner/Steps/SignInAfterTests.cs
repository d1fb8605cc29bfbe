using KmsiConformance.Ledger;
using KmsiConformance.Parking;
using KmsiConformance.Runner;
using NUnit.Framework;

namespace KmsiConformance.Tests.Runner.Steps;

/// <summary>Time passes between the page and the password.</summary>
internal sealed class SignInAfterTests
{
    private const string Lingers = """
        title: Whoever takes a long time to sign in
        requirements: [R-020]
        profiles: [b2c-2020-12]
        steps:
          - expect-no-cookie: { role: sso }
          - sign-in: { user: alice, app: groceries, after: 25 minutes }
        """;

    [Test]
    public async Task The_clock_is_moved_while_the_page_is_open()
    {
        var record = await OneScenario.PlayAsync(Lingers);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Passed), record.Reason);
        Assert.That(record.Steps[1].At - record.Steps[0].At,
            Is.InRange(TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(26)));
    }

    [Test]
    public async Task In_real_time_no_open_page_is_put_away()
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-parking-");
        try
        {
            var lot = new ParkingLot(folder.FullName, ParkingKey.Of("a phrase of sufficient length"));
            var record = await OneScenario.PlayAsync(
                Lingers.Replace("steps:", "clock: real\nsteps:", StringComparison.Ordinal),
                new ParkingRules(lot, TimeSpan.FromMinutes(10)));
            Assert.That(record.Verdict, Is.EqualTo(Verdict.CantTell));
            Assert.That(record.Reason, Is.EqualTo("A wait of 25 minutes is not sat out, and a page that is open cannot be put away."));
            Assert.That(lot.Of("reference"), Is.Empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
