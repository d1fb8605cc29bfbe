using KmsiConformance.Ledger.Measured;
using KmsiConformance.Suite;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Tests.EndToEnd.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Measuring;

/// <summary>Sessions that live otherwise than those of the reference, as an outsider's sites showed: each is told as it is.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class TimedSiteTests
{
    // The site is told its time in whole seconds.
    private const double Second = 1;

    [Test]
    public async Task A_little_that_use_adds_is_seen_and_no_end_where_use_is_frequent()
    {
        var life = (await MeasureAsync("is extended by an hour")).Server.WithoutBox!;
        Lives(life, TimeSpan.FromHours(8));
        Assert.That(life.Renewal!.Slides, Is.True);
        Assert.That(life.Renewal.FromUpperSeconds, Is.InRange(7 * 3600d, 7.4 * 3600));
        Assert.That(life.Maximum!.UpperSeconds, Is.Null, "used every hour it never ends");
    }

    [Test]
    public async Task Use_counts_that_is_of_use_only_shortly_before_the_end()
    {
        var life = (await MeasureAsync("is renewed in its last hour")).Server.WithoutBox!;
        Lives(life, TimeSpan.FromDays(1));
        Assert.That(life.Renewal!.Slides, Is.True);
        Assert.That(life.Renewal.FromUpperSeconds, Is.InRange(22.9 * 3600, 24 * 3600d));
        Assert.That(life.Maximum!.UpperSeconds, Is.Null);
    }

    [Test]
    public async Task A_life_that_depends_on_the_hour_is_unstable() =>
        Assert.That((await MeasureAsync("ends at midnight")).Server.WithoutBox!.Unstable, Is.True);

    [Test]
    public async Task A_token_that_remembers_is_told_from_the_session_and_what_a_sign_out_leaves_of_it()
    {
        var measured = await MeasureAsync("is remembered by a token");
        Assert.Multiple(() =>
        {
            Lives(measured.Server.WithoutBox, TimeSpan.FromMinutes(45));
            Lives(measured.Server.WithBox, TimeSpan.FromDays(10));
            Assert.That(Roles(measured), Is.EqualTo(new[] { "remember: remembering", "sid: session" }));

            // Coming back uses the token up, so the copy has a sign-out of its own.
            Assert.That(measured.SignOut!.EndsHere, Is.False);
            Assert.That(measured.SignOut.RevokesServerSession, Is.False);
            Assert.That(measured.SignOut.ClearsCookies, Is.False);
        });
    }

    [Test]
    public async Task Each_of_two_cookies_that_suffice_holds_the_session() => Assert.That(
        Roles(await MeasureAsync("is in either of two cookies")),
        Is.EqualTo(new[] { "sid: session and remembering", "sid_compat: session and remembering" }));

    private static IEnumerable<string> Roles(Measurement measured) =>
        measured.Cookies.Select(cookie => $"{cookie.Name}: {cookie.Role}").Order(StringComparer.Ordinal);

    private static void Lives(MeasuredLife? life, TimeSpan expected)
    {
        Assert.That(life, Is.Not.Null);
        Assert.That(life!.Unstable, Is.False);
        Assert.That(life.LowerSeconds, Is.InRange(expected.TotalSeconds - 90, expected.TotalSeconds + Second));
        Assert.That(life.UpperSeconds, Is.InRange(expected.TotalSeconds - Second, expected.TotalSeconds + 90));
    }

    private static async Task<Measurement> MeasureAsync(string kind)
    {
        await using var site = await TimedSite.StartAsync(kind);
        await using var target = await TimedTarget.OfAsync(site, "web", "from: nobody", await RealBrowser.SimulatedAsync());
        var apps = target.File.Apps.ToDictionary(app => app.Key, app => app.Value.Everything, StringComparer.Ordinal);
        return await MeasureRun.OfAsync(target.Worlds, "web", apps, PolicyRequest.Default);
    }
}
