using KmsiConformance.Clocks;
using KmsiConformance.Tests.EndToEnd.Sites;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>An account whose password a scenario has changed is as it was, also where the run is ended meanwhile.</summary>
[Platform(Exclude = "Win")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class InterruptedAccountTests
{
    // As long as anybody waits here for the password to change.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private const int Looks = 600;

    // Programs that put a limit on others ask them to end, and then their whole group.
    [TestCase("INT")]
    [TestCase("TERM", "TERM")]
    public async Task A_run_that_is_asked_to_end_puts_the_password_back(params string[] signals)
    {
        await using var site = await DescribedSite.StartAsync(
            "", ("clock: none", "clock: none\naccount-events: { password-changed: { page: /password } }"));
        var folder = Path.GetDirectoryName(site.File.Path)!;
        var scenario = Path.Combine(folder, "scenario.yaml");
        await File.WriteAllTextAsync(scenario, """
            title: A password that is changed, and a long wait
            requirements: [W-23]
            profiles: [web]
            needs: {}
            steps:
              - sign-in: { user: alice, app: groceries }
              - account: { user: alice, event: password-changed }
              - wait: 10 minutes
              - open: groceries
                expect: prompt
            """);
        using var kmsi = Kmsi.Start(
            "run", scenario, "--target", site.File.Path, "--browser", "simulated", "--clock", "real", "--out", Path.Combine(folder, "run"));
        for (var look = 0; look < Looks && site.PasswordOf("alice") == SmallSite.Password && !kmsi.HasExited; look++)
            await RealTime.Delay(Look);
        Assert.That(site.PasswordOf("alice"), Is.Not.EqualTo(SmallSite.Password), "it was changed");

        foreach (var signal in signals) Kmsi.Signal(signal, kmsi.Id);
        var (code, output, error) = await kmsi.EndAsync();
        Assert.That(code, Is.EqualTo(130), output + error);
        Assert.That(site.PasswordOf("alice"), Is.EqualTo(SmallSite.Password));
    }
}
