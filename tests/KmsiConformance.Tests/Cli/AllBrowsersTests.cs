using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary><c>kmsi run --browser all</c>.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AllBrowsersTests
{
    private string _folder = "";

    [SetUp]
    public void Make() => _folder = Path.Combine(Path.GetTempPath(), $"kmsi-all-{Guid.NewGuid():N}");

    [TearDown]
    public void Delete()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    [Category("Browser")]
    public async Task The_same_plan_runs_on_each_and_they_agree_wherever_they_can_show_it()
    {
        var (code, output, error) = await Kmsi.RunAsync("run", "--browser", "all", "--only",
            "third-party-cookies/sign-out-frames-where-partitioned", "--out", _folder);
        Assert.That(code, Is.Zero, output + error);
        var agreement = new RunFolder(_folder).ReadAgreement();
        Assert.Multiple(() =>
        {
            Assert.That(agreement.Browsers.Select(browser => browser.Name), Is.EqualTo(new[] { "simulated", "chromium", "firefox" }));
            Assert.That(agreement.Browsers, Has.All.Property(nameof(BrowserAgreement.Missing)).Null);
            Assert.That(agreement.Scenarios.Single().Verdicts.Select(one => one.Verdict),
                Is.EqualTo(new[] { Verdict.Passed, Verdict.Inapplicable, Verdict.Passed }));
            Assert.That(agreement.Scenarios.Single().Verdicts[1].Reason, Does.Contain("Chromium"));
            Assert.That(output, Does.Contain("The browsers agree").And.Contain("INAPPLICABLE"));
            foreach (var browser in agreement.Browsers)
                Assert.That(new RunFolder(Path.Combine(_folder, browser.Name)).ReadRun().Browser.Name, Is.EqualTo(browser.Name));
            Assert.That(File.Exists(Path.Combine(_folder, "agreement.html")), Is.True);
        });
    }

    [Test]
    [Category("Browser")]
    public async Task A_browser_that_cannot_be_had_is_said_and_is_3()
    {
        var (code, output, _) = await Kmsi.RunAsync(
            "run", "--browser", "all", "--firefox", "/no/such/firefox", "--chromium", "/no/such/chromium", "--only", "sign-in/a-live*",
            "--out", _folder);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(3), output);
            Assert.That(output, Does.Contain("MISSING chromium").And.Contain("MISSING firefox").And.Contain("/no/such/firefox"));
            Assert.That(new RunFolder(_folder).ReadAgreement().Browsers.Count(browser => browser.Missing is not null), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_clock_that_not_every_browser_has_is_wrong_use()
    {
        var (code, _, error) = await Kmsi.RunAsync("run", "--browser", "all", "--clock", "virtual", "--only", "sign-in/a-live*",
            "--out", _folder);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.Contain("--clock auto, aged or real"));
    }
}
