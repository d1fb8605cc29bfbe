using KmsiConformance.Ledger;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// A login service that nobody here wrote, as its target file starts it: some scenarios with what they are known to say of
/// it, by our own reading of its documents and by hand (docs/targets/oidc-provider.md).
/// </summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OidcProviderTests
{
    private static readonly Dictionary<string, Verdict> Known = new(StringComparer.Ordinal)
    {
        ["prompt/none-with-a-session-is-silent"] = Verdict.Passed,
        ["prompt/login-asks-although-the-box-was-ticked"] = Verdict.Passed,
        ["prompt/max-age-asks-once-the-sign-in-is-too-old"] = Verdict.Passed,
        ["declared-policy/a-ticked-box-outlives-the-browser"] = Verdict.Passed,
        ["declared-policy/without-a-tick-the-browser-forgets"] = Verdict.Passed,
        ["declared-policy/a-kept-session-ends"] = Verdict.Passed,
        ["declared-policy/use-extends-a-kept-session-from-the-first-day"] = Verdict.Passed,
        ["declared-policy/a-copy-opens-nothing-after-the-sign-out"] = Verdict.Passed,
        ["openid-connect/a-server-is-told-with-a-token"] = Verdict.Passed,
        ["openid-connect/a-confirmed-sign-out-ends-the-session"] = Verdict.Passed,
        ["openid-connect/an-expired-hint-signs-out"] = Verdict.Passed,
        ["openid-connect/an-unregistered-address-is-never-visited"] = Verdict.Passed,
        ["openid-connect/a-posted-sign-out-works-too"] = Verdict.Failed,
        ["openid-connect/select-account-offers-a-choice"] = Verdict.Warning,
        ["openid-connect/answers-carry-a-session-state"] = Verdict.Inapplicable,
        ["prompt/none-after-the-session-is-an-error"] = Verdict.Inapplicable,
    };

    [Test]
    [CancelAfter(300_000)]
    public async Task Where_it_runs_already_and_its_clock_stands_the_rest_is_judged(CancellationToken cancellation)
    {
        await using var product = await RemoteFile.StartAsync(cancellation);

        var folder = Directory.CreateTempSubdirectory("kmsi-remote-");
        try
        {
            var path = await RemoteFile.WriteAsync(product, folder.FullName, cancellation);
            var file = new TargetFileReader(RealBrowser.Suite).Read(path);
            await using var target = new RemoteTargetKind(file);
            await target.PrepareAsync(null, TestContext.Progress.WriteLine, cancellation);
            var worlds = new WorldFactory(await RealBrowser.SimulatedAsync(), target, file.Recipe, null, TimeSpan.FromSeconds(20));
            var run = await RealBrowser.RunAsync(
                worlds, file.Profile, null, "prompt/none-with-a-session-is-silent", "openid-connect/a-server-is-told-with-a-token",
                "prompt/login-asks-although-the-box-was-ticked");
            Assert.That(RealBrowser.Verdicts(run), Is.EquivalentTo(new Dictionary<string, Verdict>(StringComparer.Ordinal)
            {
                ["prompt/none-with-a-session-is-silent"] = Verdict.Passed,
                ["openid-connect/a-server-is-told-with-a-token"] = Verdict.Passed,
                ["prompt/login-asks-although-the-box-was-ticked"] = Verdict.CantTell,
            }));
            var untold = run.Scenarios.Single(scenario => scenario.Verdict == Verdict.CantTell);
            Assert.That(untold.Reason, Does.Contain("clock of the target cannot be moved"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task It_is_judged_as_its_documents_say(CancellationToken cancellation)
    {
        await ShippedTarget.IsJudgedAsync("oidc-provider", Known, cancellation);
    }
}
