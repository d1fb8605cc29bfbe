using System.Diagnostics;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// LemonLDAP::NG as its target file starts it, where Debian's packages of it are installed: some scenarios with what they are
/// known to say of it (docs/targets/lemonldap-ng.md).
/// </summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LemonLdapTests
{
    private const string Package = "/usr/share/perl5/Lemonldap/NG/Portal/Main.pm";

    private static readonly Dictionary<string, Verdict> Known = new(StringComparer.Ordinal)
    {
        ["declared-policy/a-ticked-box-outlives-the-browser"] = Verdict.Passed,
        ["declared-policy/without-a-tick-the-browser-forgets"] = Verdict.Passed,
        ["declared-policy/a-kept-session-ends"] = Verdict.Passed,
        ["declared-policy/use-does-not-extend-where-expiry-is-absolute"] = Verdict.Failed,
        ["declared-policy/a-copy-opens-nothing-after-the-sign-out"] = Verdict.Passed,
        ["openid-connect/every-app-is-told-and-the-asking-one-too"] = Verdict.Passed,
        ["openid-connect/the-apps-are-told-which-session-ended"] = Verdict.Failed,
        ["openid-connect/an-unregistered-address-is-never-visited"] = Verdict.Passed,
        ["openid-connect/a-hint-of-another-app-is-refused"] = Verdict.Failed,
        ["openid-connect/a-hint-for-somebody-else-is-an-error"] = Verdict.Passed,
        ["openid-connect/select-account-offers-a-choice"] = Verdict.Warning,
        ["prompt/none-without-a-session-is-an-error"] = Verdict.Failed,
        ["prompt/login-asks-although-a-session-lives"] = Verdict.Passed,
        ["prompt/login-asks-although-the-box-was-ticked"] = Verdict.Failed,
        ["openid-connect/a-server-is-told-with-a-token"] = Verdict.Inapplicable,
    };

    [Test]
    [CancelAfter(600_000)]
    public async Task It_is_judged_as_its_sources_say(CancellationToken cancellation)
    {
        if (!File.Exists(Package))
            Assert.Ignore("Debian's LemonLDAP::NG is not installed here: docs/targets/lemonldap-ng.md names its packages.");

        await ShippedTarget.IsJudgedAsync("lemonldap-ng", Known, cancellation);
    }

    [Test]
    public async Task Where_its_packages_are_missing_the_setup_names_them()
    {
        var folder = Path.Combine(Repository.Root, "tests", "targets", "lemonldap-ng");
        using var process = Process.Start(new ProcessStartInfo("perl", ["setup.pl"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment = { ["LLNG_LIBRARIES"] = folder },
        })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Not.Zero);
        Assert.That(said, Does.Contain("apt-get install").And.Contain("liblemonldap-ng-portal-perl").And.Contain("twiggy"));
    }
}
