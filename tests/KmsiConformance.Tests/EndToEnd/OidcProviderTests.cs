using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// A login service that nobody here wrote, as its target file starts it: some scenarios with what they are known to say of
/// it, by our own reading of its documents and by hand (docs/targets/oidc-provider.md).
/// </summary>
[Platform("Linux")]
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
        var shipped = Path.Combine(Repository.Scenarios, "targets", "oidc-provider.yaml");
        var reader = new TargetFileReader(RealBrowser.Suite);
        var installed = await InstalledAsync(reader.Read(shipped), cancellation);
        await using var product = await RunningProduct.StartAsync(installed, null, null, cancellation);

        var folder = Directory.CreateTempSubdirectory("kmsi-remote-");
        try
        {
            var text = await File.ReadAllTextAsync(shipped, cancellation);
            foreach (var user in new[] { "alice", "bob", "carol", "dave", "erin" })
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, user), product.Places.Password(user), cancellation);
                text = text.Replace($"{user}, password: made", $"{user}, password: file:{user}", StringComparison.Ordinal);
            }

            foreach (var app in new[] { "groceries", "pharmacy" })
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, app), product.Places.ClientSecret(app), cancellation);
                var secret = $"client-id: {app}\n    client-secret: ";
                text = text.Replace(secret + "made", $"{secret}file:{app}", StringComparison.Ordinal);
            }

            text = product.Places.Fill(text[..text.IndexOf("\nstart:", StringComparison.Ordinal)])
                .Replace("kind: process", "kind: remote", StringComparison.Ordinal)
                .Replace("clock: process", "clock: none", StringComparison.Ordinal);
            var path = Path.Combine(folder.FullName, "remote.yaml");
            await File.WriteAllTextAsync(path, text, cancellation);
            var file = reader.Read(path);
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

    private static async Task<TargetFile> InstalledAsync(TargetFile file, CancellationToken cancellation)
    {
        await ProductSetup.RunAsync(file, TestContext.Progress.WriteLine, cancellation);
        return file;
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task It_is_judged_as_its_documents_say(CancellationToken cancellation)
    {
        var file = new TargetFileReader(RealBrowser.Suite).Read(Path.Combine(Repository.Scenarios, "targets", "oidc-provider.yaml"));
        await using var target = new ProcessTargetKind(file, ClockChoice.Providers);
        await target.PrepareAsync(null, TestContext.Progress.WriteLine, cancellation);
        var worlds = new WorldFactory(await RealBrowser.SimulatedAsync(), target, file.Recipe, null, TimeSpan.FromSeconds(20));

        var run = await RealBrowser.RunAsync(worlds, file.Profile, null, [.. Known.Keys]);
        Assert.That(
            RealBrowser.Verdicts(run), Is.EquivalentTo(Known),
            string.Join("\n", run.Scenarios.Select(scenario => $"{scenario.Id}: {scenario.Verdict.Text()} {scenario.Reason}")));
    }
}
