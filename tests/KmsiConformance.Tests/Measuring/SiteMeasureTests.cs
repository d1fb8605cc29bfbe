using KmsiConformance.Ledger.Measured;
using KmsiConformance.Measuring;
using KmsiConformance.Suite;
using KmsiConformance.Tests.EndToEnd.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Measuring;

/// <summary>A site that speaks no protocol, and whose clock nobody can move: what can be seen is told, and what cannot is said.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SiteMeasureTests
{
    [Test]
    public async Task What_needs_no_time_is_measured_and_the_rest_is_said_to_be_missing()
    {
        var measured = await MeasureAsync("");
        Assert.Multiple(() =>
        {
            Assert.That(measured.OffersBox, Is.True);
            Assert.That(measured.Cookies.Single().Role, Is.EqualTo("session and remembering"));
            Assert.That(measured.Cookies.Single().PromisedSeconds, Is.EqualTo(TimeSpan.FromDays(14).TotalSeconds));
            Assert.That(measured.Restart["quit"], Is.EqualTo(new MeasuredRestart("asked", "signed-in")));
            Assert.That(measured.SignOut!.RevokesServerSession, Is.True);
            Assert.That(measured.Server, Is.EqualTo(new MeasuredServer()));
            Assert.That(measured.Missing, Has.Some.Contains("without the box").And.Some.Contains("clock of the target cannot be moved"));
        });
    }

    [TestCase("ignores the box", "restart quit with the box: signed-in → asked")]
    [TestCase("stays signed in", "sign-out ends the session here: yes → no")]
    [TestCase("lets scripts read the cookie", "HttpOnly")]
    public async Task What_is_wrong_with_it_shows(string wrong, string change) =>
        Assert.That(MeasuredChanges.Of(await MeasureAsync(""), await MeasureAsync(wrong)), Has.Some.Contains(change));

    [TestCase("shows no sign-out", "nothing shows that somebody is signed in")]
    [TestCase("protects nothing", "and no sign-in page")]
    public async Task Where_nobody_can_be_signed_in_that_is_all_that_is_said(string wrong, string said)
    {
        var measured = await MeasureAsync(wrong);
        Assert.That(measured.Missing.Single(), Does.Contain(said).And.Not.Contain(SmallSite.Password));
        Assert.That(measured.OffersBox, Is.Null);
    }

    [Test]
    public async Task A_site_that_had_too_many_sign_ins_is_left_alone_for_a_while_and_measured_all_the_same() =>
        Assert.That(MeasuredChanges.Of(await MeasureAsync(""), await MeasureAsync("takes few sign-ins")), Is.Empty);

    [Test]
    public async Task A_site_that_locks_the_account_is_left_alone_and_what_was_seen_before_is_told()
    {
        var measured = await MeasureAsync("locks accounts");
        Assert.That(measured.Cookies.Single().Role, Is.EqualTo("session and remembering"));
        Assert.That(measured.Missing, Has.Some.StartsWith("Sign-out:").And.Some.Contains("HTTP 423"));
    }

    private static async Task<Measurement> MeasureAsync(string wrong)
    {
        await using var site = await DescribedSite.StartAsync(wrong);
        var apps = site.File.Apps.ToDictionary(app => app.Key, app => app.Value.Everything, StringComparer.Ordinal);
        return await MeasureRun.OfAsync(site.Worlds, "web", apps, PolicyRequest.Default);
    }
}
