using KmsiConformance.Ledger.Measured;
using KmsiConformance.Measuring;
using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Measuring;

/// <summary>The reference does what it is told, and so what is measured of it is known.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ReferenceMeasureTests
{
    private const string? Faultless = null;

    // Another chance each day, and the same all day long.
    private static readonly Random Chance = new(TimeProvider.System.GetUtcNow().DayOfYear);

    // Endpoints and sites alike; no custom policy can say a maximum.
    private static IEnumerable<TestCaseData> SettingsByChance() =>
        Enumerable.Range(0, 5).Select(_ => ByChance(Chance.Next(2) == 0 ? "oidc" : "b2c-2020-12", isLimited: false))
            .Concat(Enumerable.Range(0, 5).Select(_ => ByChance("web", isLimited: Chance.Next(3) > 0)));

    // A maximum below the period would take its effect, and one of many periods shows only in as many visits.
    private static TestCaseData ByChance(string profile, bool isLimited)
    {
        var (minutes, days, isRolling) = (Chance.Next(16, 1400), Chance.Next(2, 90), isLimited || Chance.Next(2) == 0);
        return new TestCaseData(
            minutes, days, isRolling ? "rolling" : "absolute", profile, isLimited ? minutes + Chance.Next(5, 10 * minutes) : 0,
            isLimited ? (days * 1440) + Chance.Next(5, 3 * 1440 * days) : 0);
    }

    [TestCaseSource(nameof(SettingsByChance))]
    public async Task Whatever_it_is_told_is_measured_to_the_minute(
        int minutes, int days, string expiry, string profile, int maximum, int keptMaximum)
    {
        var measured = await MeasureRun.OfReferenceAsync(profile, Faultless, Policy(minutes, days, expiry) with
        {
            Maximum = maximum == 0 ? null : TimeSpan.FromMinutes(maximum),
            KeepAliveMaximum = keptMaximum == 0 ? null : TimeSpan.FromMinutes(keptMaximum),
        });
        Assert.Multiple(() =>
        {
            Assert.That(measured.Missing, Is.Empty);
            Lives(measured.Server.WithoutBox, TimeSpan.FromMinutes(minutes));
            Lives(measured.Server.WithBox, TimeSpan.FromDays(days));
            Assert.That(measured.Server.WithoutBox!.Renewal!.Slides, Is.EqualTo(expiry == "rolling"));
            Assert.That(measured.Server.WithBox!.Renewal!.Slides, Is.EqualTo(expiry == "rolling"));
            Ends(measured.Server.WithoutBox!.Maximum, maximum);
            Ends(measured.Server.WithBox!.Maximum, keptMaximum);
        });
    }

    [Test]
    public async Task A_conformant_sign_in_is_told_as_it_is()
    {
        var measured = await MeasureAsync("oidc", Faultless, 60, 30, "rolling");
        var session = measured.Cookies.Single(cookie => cookie.Role == "session and remembering");
        Assert.Multiple(() =>
        {
            Assert.That(measured.OffersBox, Is.True);
            Assert.That(session.PromisedSeconds, Is.EqualTo(TimeSpan.FromDays(30).TotalSeconds));
            Assert.That(session.PromisedSecondsWithoutBox, Is.Null);
            Assert.That(session.DeletedAlone, Is.EqualTo("asked"));
            Assert.That(session.Renewed, Is.EqualTo("at every visit"));
            Assert.That(measured.Restart["quit"], Is.EqualTo(new MeasuredRestart("asked", "signed-in")));
            Assert.That(measured.Restart["crash"], Is.EqualTo(new MeasuredRestart("asked", "signed-in")));
            Assert.That(measured.Restart["restore-session"], Is.EqualTo(new MeasuredRestart("signed-in", "signed-in")));
            Assert.That(measured.Restart["private-window"], Is.EqualTo(new MeasuredRestart("asked", "asked")));
            Assert.That(measured.SignOut!.EndsHere, Is.True);
            Assert.That(measured.SignOut.RevokesServerSession, Is.True);
            Assert.That(measured.SignOut.ClearsCookies, Is.True);
            Assert.That(measured.SignOut.FollowsForeignAddress, Is.False);
        });
    }

    [Test]
    public async Task Tokens_and_requests_are_told_as_they_are()
    {
        var openId = (await MeasureAsync("oidc", Faultless, 60, 7, "rolling")).OpenId!;
        Assert.Multiple(() =>
        {
            Assert.That(openId.IdTokenSeconds, Is.EqualTo(TimeSpan.FromHours(1).TotalSeconds));
            Assert.That(openId.AccessTokenSeconds, Is.EqualTo(TimeSpan.FromHours(1).TotalSeconds));
            Assert.That(openId.PromptNone, Is.EqualTo("signed-in"));
            Assert.That(openId.PromptNoneWithoutSession, Is.EqualTo("error login_required"));
            Assert.That(openId.MaxAgeExceeded, Is.EqualTo("asked"));
            Assert.That(openId.MaxAgeMet, Is.EqualTo("signed-in"));
            Assert.That(openId.OtherAppIsTold, Is.True);
            Assert.That(openId.RefreshToken, Is.Not.Null);
        });
    }

    // Also one so near that the first use leaves little more.
    [TestCase(60)]
    [TestCase(480)]
    public async Task A_limit_of_sessions_in_use_is_found(int minutes)
    {
        var measured = await MeasureRun.OfReferenceAsync(
            "oidc", Faultless, Policy(minutes, 7, "rolling") with { Maximum = TimeSpan.FromHours(10) });
        Lives(measured.Server.WithoutBox, TimeSpan.FromMinutes(minutes));
        Assert.That(measured.Server.WithoutBox!.Renewal!.Slides, Is.True);
        var most = measured.Server.WithoutBox!.Maximum!;
        Assert.That(most.LowerSeconds, Is.LessThan(TimeSpan.FromHours(10).TotalSeconds));
        Assert.That(most.UpperSeconds, Is.InRange(TimeSpan.FromHours(10).TotalSeconds, TimeSpan.FromHours(10.02).TotalSeconds));
    }

    // Each shows up as another number, by the documents' own words of what is wrong with it.
    [TestCase("keeps-twice-as-long", "an unused session with the box: 7 d")]
    [TestCase("keeps-session-after-sign-out", "sign-out ends copies: yes → no")]
    [TestCase("persists-without-tick", "restart quit without the box: asked → signed-in")]
    [TestCase("forgets-ticked-box", "restart quit with the box: signed-in → asked")]
    public async Task What_is_wrong_is_another_number(string fault, string change)
    {
        var (sound, wrong) = (await MeasureAsync("oidc", Faultless, 60, 7, "rolling"), await MeasureAsync("oidc", fault, 60, 7, "rolling"));
        Assert.That(MeasuredChanges.Of(sound, wrong), Has.Some.Contains(change));
        Assert.That(MeasuredChanges.Of(sound, await MeasureAsync("oidc", Faultless, 60, 7, "rolling")), Is.Empty);
    }

    private static void Lives(MeasuredLife? life, TimeSpan expected)
    {
        Assert.That(life, Is.Not.Null);
        Assert.That(life!.Unstable, Is.False);
        Assert.That(life.LowerSeconds, Is.InRange(expected.TotalSeconds - 60, expected.TotalSeconds));
        Assert.That(life.UpperSeconds, Is.InRange(expected.TotalSeconds - 0.1, expected.TotalSeconds + 60));
    }

    private static void Ends(MeasuredMaximum? most, int minutes)
    {
        if (minutes == 0)
        {
            Assert.That(most?.UpperSeconds, Is.Null, "no limit");
            return;
        }

        Assert.That(most?.LowerSeconds, Is.InRange((minutes - 1) * 60d, minutes * 60d));
        Assert.That(most?.UpperSeconds, Is.InRange((minutes * 60d) - 0.1, (minutes + 1) * 60d));
    }

    private static PolicyRequest Policy(int minutes, int days, string expiry) => PolicyRequest.Default with
    {
        Session = TimeSpan.FromMinutes(minutes), KeepAliveInDays = days, Expiry = expiry,
    };

    private static Task<Measurement> MeasureAsync(string profile, string? fault, int minutes, int days, string expiry) =>
        MeasureRun.OfReferenceAsync(profile, fault, Policy(minutes, days, expiry));
}
