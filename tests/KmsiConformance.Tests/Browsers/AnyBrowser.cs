using System.Collections.Concurrent;
using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Chromium;
using KmsiConformance.Browsers.Firefox;
using KmsiConformance.Browsers.Setup;
using KmsiConformance.Browsers.Simulated;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>Makes browsers of every kind for tests of what must be the same in all of them.</summary>
internal static class AnyBrowser
{
    public const string Simulated = "simulated";
    public const string HeadlessShell = "headless-shell";
    public const string Full = "full";
    public const string Firefox = "firefox";

    // Found or installed as the command does it, once for all tests.
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Programs = new(StringComparer.Ordinal);

    public static async Task<IBrowser> NewAsync(
        string kind, BrowserConditions conditions, IReadOnlyDictionary<string, string>? environment = null,
        Action<BrowserSight>? observer = null)
    {
        observer ??= _ => { };
        if (kind == Simulated)
        {
            var policy = KmsiConformance.Cookies.CookiePolicy.AsShipped;
            return new SimulatedBrowser(
                new SimulatedLaunch(TimeProvider.System)
                {
                    Cookies = policy with { ThirdParty = conditions.ThirdPartyCookies ?? policy.ThirdParty },
                }, observer);
        }

        var program = await ProgramAsync(kind);
        environment ??= BrowserFixture.NoEnvironment;
        return kind == Firefox
            ? new FirefoxBrowser(new FirefoxLaunch(program, environment) { Conditions = conditions }, observer)
            : new ChromiumBrowser(new ChromiumLaunch(program, environment) { Conditions = conditions }, observer);
    }

    public static Task<string> ProgramAsync(string kind) =>
        Programs.GetOrAdd(kind, _ => new Lazy<Task<string>>(() => FindAsync(kind))).Value;

    private static async Task<string> FindAsync(string kind)
    {
        var machine = new ThisMachine();
        if (kind == Firefox)
            return (await new FirefoxSetup(machine, TestContext.Progress.WriteLine)
                .FindAsync(new BrowserWish(), CancellationToken.None)).ExecutablePath;
        var wish = new BrowserWish { Build = kind == Full ? ChromiumBuild.Full : ChromiumBuild.HeadlessShell };
        return (await new BrowserSetup(machine, TestContext.Progress.WriteLine).FindAsync(wish, CancellationToken.None)).ExecutablePath;
    }
}
