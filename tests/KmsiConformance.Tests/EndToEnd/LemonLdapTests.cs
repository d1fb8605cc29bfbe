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

    /// <summary>Whether it is installed here.</summary>
    public static bool IsInstalled => File.Exists(Package);

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "targets", "lemonldap-ng");

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
        if (!IsInstalled)
            Assert.Ignore("Debian's LemonLDAP::NG is not installed here: docs/targets/lemonldap-ng.md names its packages.");

        await ShippedTarget.IsJudgedAsync("lemonldap-ng", Known, cancellation);
    }

    private static readonly Dictionary<string, Verdict> KnownOfIdle = new(StringComparer.Ordinal)
    {
        ["maximum/a-session-in-use-ends-at-its-maximum"] = Verdict.Passed,
        ["maximum/a-password-given-again-starts-it-anew"] = Verdict.Passed,
        ["maximum/a-kept-session-in-use-ends-at-its-own-maximum"] = Verdict.Inapplicable,
        ["lifetime/rolling-is-extended-by-every-use"] = Verdict.Passed,
        ["lifetime/rolling-ends-after-an-unused-period"] = Verdict.Passed,
        ["lifetime/use-early-in-the-period-counts-too"] = Verdict.Passed,
    };

    [Test]
    [CancelAfter(600_000)]
    public async Task With_a_maximum_beside_the_idle_limit_it_keeps_to_both(CancellationToken cancellation)
    {
        if (!IsInstalled)
            Assert.Ignore("Debian's LemonLDAP::NG is not installed here: docs/targets/lemonldap-ng.md names its packages.");

        await ShippedTarget.IsJudgedAsync("lemonldap-ng-idle", KnownOfIdle, cancellation);
    }

    private static readonly Dictionary<string, Verdict> KnownOfSaml = new(StringComparer.Ordinal)
    {
        ["saml/authn-instant-of-a-kept-session-stays"] = Verdict.Failed,
        ["declared-policy/a-ticked-box-outlives-the-browser"] = Verdict.Passed,
        ["declared-policy/without-a-tick-the-browser-forgets"] = Verdict.Passed,
        ["declared-policy/a-kept-session-ends"] = Verdict.Passed,
        ["declared-policy/use-does-not-extend-where-expiry-is-absolute"] = Verdict.Failed,
        ["declared-policy/use-extends-a-kept-session-from-the-first-day"] = Verdict.Inapplicable,
        ["declared-policy/a-copy-opens-nothing-after-the-sign-out"] = Verdict.Passed,
        ["prompt/login-asks-although-a-session-lives"] = Verdict.Passed,
        ["prompt/login-asks-although-the-box-was-ticked"] = Verdict.Failed,
        ["prompt/none-without-a-session-is-an-error"] = Verdict.Failed,
        ["prompt/none-with-a-session-is-silent"] = Verdict.Passed,
        ["scope/tenant-serves-both-apps"] = Verdict.Passed,
        ["sign-out/the-shared-session-ends-for-the-other-app"] = Verdict.Passed,
        ["single-sign-out/every-app-of-the-session-is-told"] = Verdict.Passed,
        ["single-sign-out/the-app-that-asked-is-not-told"] = Verdict.Passed,
    };

    [Test]
    [CancelAfter(600_000)]
    public async Task It_is_judged_as_a_SAML_identity_provider_too(CancellationToken cancellation)
    {
        if (!IsInstalled || await SetUpAsync(null, "saml") is { Length: > 0 })
            Assert.Ignore("Debian's LemonLDAP::NG and its SAML are not installed here: docs/targets/lemonldap-ng.md names the packages.");

        await ShippedTarget.IsJudgedAsync("lemonldap-ng-saml", KnownOfSaml, cancellation);
    }

    [Test]
    public async Task Where_its_packages_are_missing_the_setup_names_them()
    {
        var said = await SetUpAsync(Folder);
        Assert.That(said, Does.Contain("apt-get install").And.Contain("liblemonldap-ng-portal-perl").And.Contain("twiggy"));
        Assert.That(said, Does.Not.Contain("liblasso-perl"));
        Assert.That(await SetUpAsync(Folder, "saml"), Does.Contain("liblasso-perl").And.Contain("twiggy"));
    }

    // What it says of missing packages; empty where it ends well.
    private static async Task<string> SetUpAsync(string? libraries, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("perl", ["setup.pl", .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment = { ["LLNG_LIBRARIES"] = libraries },
        })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode == 0, Is.EqualTo(said.Length == 0), said);
        return said;
    }
}
