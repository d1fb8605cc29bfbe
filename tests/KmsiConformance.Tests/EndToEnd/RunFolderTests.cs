using KmsiConformance.Ledger;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>What a run leaves behind.</summary>
[Category("Browser")]
internal sealed class RunFolderTests
{
    private static readonly string[] Scenarios = ["sign-in/a-wrong-password-creates-no-session",
        "keep-me-signed-in/a-ticked-box-outlives-the-browser", "sign-out/with-a-required-hint"];
    private string _path = "";
    private RunFolder _folder = null!;
    private RunRecord _run = null!;

    [OneTimeSetUp]
    public async Task RunOnce()
    {
        _path = Directory.CreateTempSubdirectory("kmsi-run-").FullName;
        _folder = RunFolder.Create(_path);
        _run = await RealBrowser.RunAsync(await RealBrowser.WorldsAsync(folder: _folder), RealBrowser.DefaultProfile, _folder, Scenarios);
        _folder.WriteRun(_run);
        foreach (var reporter in Reporters.All) await reporter.WriteAsync(_folder, CancellationToken.None);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_path, recursive: true);

    [Test]
    public void Everything_passed() =>
        Assert.That(_run.Scenarios.Select(scenario => (scenario.Id, scenario.Verdict, scenario.Reason)),
            Is.EquivalentTo(Scenarios.Select(id => (id, Verdict.Passed, (string?)null))));

    [Test]
    public void No_secret_leaves_the_process()
    {
        foreach (var file in Directory.EnumerateFiles(_path).Where(file => !file.EndsWith(".jpg", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            foreach (var user in ReferenceUsers.Standard)
                Assert.That(text, Does.Not.Contain(user.Password), $"password in {Path.GetFileName(file)}");
            Assert.That(text, Does.Not.Match("eyJ[A-Za-z0-9_-]{10,}\\.eyJ"), $"token in {Path.GetFileName(file)}");
            Assert.That(text, Does.Not.Match("[?&](code|state|id_token_hint|nonce)=(?!\\*)[A-Za-z0-9]"),
                $"secret parameter in {Path.GetFileName(file)}");
        }
    }

    [Test]
    public void The_record_reads_back_as_it_was()
    {
        var read = _folder.ReadRun();
        Assert.That(read.Scenarios.Select(scenario => scenario.Id), Is.EqualTo(_run.Scenarios.Select(scenario => scenario.Id)));
        Assert.That(read.Counts, Is.EqualTo(_run.Counts));
    }

    [Test]
    public void The_ledger_tells_of_prompts_silence_restarts_and_moves()
    {
        var kept = _folder.ReadEvents().Where(observed => observed.Scenario == Scenarios[1]).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(kept.OfType<BrowserStarted>().Select(start => start.ProcessId).Distinct().Count(), Is.GreaterThan(1),
                "a restart is a new process");
            Assert.That(kept.OfType<SignInObserved>().Select(visit => visit.Outcome), Does.Contain("signed-in").And.Contain("silent"));
            Assert.That(kept.OfType<CookieChanged>().Any(cookie => cookie is { Role: "sso", ExpiresAt: not null }), Is.True);
            Assert.That(kept.OfType<RequestCompleted>().Any(request => request.RedirectedFrom is not null), Is.True);
            Assert.That(kept.Select(observed => observed.At), Is.Ordered);
        });
    }

    [Test]
    public void Prompts_are_pictured()
    {
        var pictures = _folder.ReadEvents().OfType<ScreenshotTaken>().ToList();
        Assert.That(pictures, Is.Not.Empty);
        Assert.That(pictures.Select(picture => new FileInfo(Path.Combine(_path, picture.File)).Length), Is.All.GreaterThan(1000));
    }
}
