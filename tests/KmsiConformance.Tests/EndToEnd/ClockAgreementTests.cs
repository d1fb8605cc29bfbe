using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// However time is moved, a scenario comes to the same verdict. Where it cannot, the difference is listed with its
/// reason: one that is not listed fails, and so does a listed one that does not occur.
/// </summary>
internal sealed class ClockAgreementTests
{
    /// <summary>All differences from the virtual clock that are known.</summary>
    private static readonly IReadOnlyList<KnownDifference> Known =
    [
        new("firefox", ClockMode.Aged, "restart/a-private-window-does-not-know-the-kept-session", Verdict.CantTell,
            "Firefox does not tell what cookies a private window holds, so they cannot be aged either."),
    ];

    // Every way in which time matters: a session's end, a cookie's end, rolling use, restarts, long spans, and a browser's own cap.
    private static readonly string[] AboutTime =
    [
        "clock/a-long-cookie-by-moved-clock",
        "clock/a-restart-does-not-turn-time-back",
        "cookie/the-browser-drops-the-ticked-cookie-on-the-day",
        "cookie/no-browser-keeps-a-cookie-beyond-400-days",
        "keep-me-signed-in/rolling-is-extended-by-every-use",
        "lifetime/absolute-ends-after-its-time",
        "lifetime/rolling-is-extended-by-every-use",
        "restart/a-private-window-does-not-know-the-kept-session",
        "restart/a-restored-session-ends-with-its-time",
        "two-gates/a-session-alone-does-not-pass-the-cookie-gate",
    ];

    [Nightly]
    [TestCaseSource(nameof(LongProfiles))]
    public Task A_long_catalogue_comes_to_the_same_when_cookies_age(string profile) =>
        The_whole_catalogue_comes_to_the_same_when_cookies_age(profile);

    [TestCaseSource(nameof(ShortProfiles))]
    public async Task The_whole_catalogue_comes_to_the_same_when_cookies_age(string profile)
    {
        var (virtually, aged) = (await VerdictsAsync("simulated", ClockMode.Virtual, profile, []),
            await VerdictsAsync("simulated", ClockMode.Aged, profile, []));
        Assert.That(virtually, Is.Not.Empty);
        Assert.That(Differences("simulated", ClockMode.Aged, virtually, aged),
            Is.EqualTo(Expected("simulated", ClockMode.Aged, virtually.Keys)));
    }

    [Nightly]
    [TestCase("firefox", ClockMode.Aged)]
    [Category("Browser")]
    public Task What_is_about_time_comes_to_the_same_in_another_real_browser(string browser, ClockMode mode) =>
        What_is_about_time_comes_to_the_same_in_a_real_browser(browser, mode);

    [TestCase("chromium", ClockMode.Process)]
    [TestCase("chromium", ClockMode.Aged)]
    [Category("Browser")]
    public async Task What_is_about_time_comes_to_the_same_in_a_real_browser(string browser, ClockMode mode)
    {
        if (mode == ClockMode.Process && !PreloadLibrary.HasCompiler)
            Assert.Ignore("There is no C compiler here to move a process's clock with.");

        // Firefox starts slowly; one scenario with a known difference and one without show that the list is exact there too.
        string[] only = browser == "firefox" ? [.. AboutTime.Where(id => id.StartsWith("restart/", StringComparison.Ordinal))] : AboutTime;
        var profile = RealBrowser.DefaultProfile;
        var virtually = await VerdictsAsync("simulated", ClockMode.Virtual, profile, only);
        Assert.That(virtually, Has.Count.EqualTo(only.Length), "a scenario of the list is gone");

        var real = await VerdictsAsync(browser, mode, profile, only);

        Assert.That(Differences(browser, mode, virtually, real), Is.EqualTo(Expected(browser, mode, virtually.Keys)));
    }

    private static IEnumerable<string> LongProfiles() => Profiles().Where(IsLong);

    private static IEnumerable<string> ShortProfiles() => Profiles().Where(profile => !IsLong(profile));

    private static bool IsLong(string profile) => RealBrowser.Suite.Select(profile, []).Count > 200;

    private static IEnumerable<string> Profiles() =>
        RealBrowser.Suite.Profiles.Select(profile => profile.Id).Where(profile => RealBrowser.Suite.Select(profile, []).Count > 0);

    private static async Task<Dictionary<string, Verdict>> VerdictsAsync(string browser, ClockMode mode, string profile, string[] only)
    {
        var suite = RealBrowser.Suite;
        var ready = await Preflight.FindAsync(new PreflightRequest(null, false, false, mode, browser), TestContext.Progress.WriteLine,
            CancellationToken.None);
        Assert.That(ready.Clock.Mode, Is.EqualTo(mode.ToString().ToLowerInvariant()));
        var worlds = new WorldFactory(ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), null, suite.Folder),
            suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));

        // A browser whose clock is wrong there can only be had where its time is moved.
        List<Scenario> scenarios = [.. suite.Select(profile, only).Where(scenario => !scenario.RealTime
            && !scenario.Steps.OfType<ClockOffStep>().Any(step => step.Concerns(ClockOwners.Browser)))];
        var run = await new SuiteRunner(
            new RunOptions(suite, scenarios, profile, worlds, 2, RunOptions.StandardStepLimit, null, []), new NoProgress())
                .RunAsync(CancellationToken.None);
        return RealBrowser.Verdicts(run);
    }

    private static List<string> Differences(
        string browser, ClockMode mode, Dictionary<string, Verdict> one, Dictionary<string, Verdict> other) =>
        [.. one.Keys.Order(StringComparer.Ordinal).Where(id => one[id] != other[id])
            .Select(id => $"{browser}, {mode}, {id}: {other[id].Text()} where it is {one[id].Text()} by the virtual clock")];

    private static List<string> Expected(string browser, ClockMode mode, IEnumerable<string> scenarios) =>
        [.. Known.Where(known => known.Browser == browser && known.Mode == mode && scenarios.Contains(known.Scenario))
            .Select(known => $"{browser}, {mode}, {known.Scenario}: {known.Verdict.Text()} where it is PASSED by the virtual clock")];

    /// <summary>A verdict that is another one under a clock, and why it cannot be otherwise.</summary>
    private sealed record KnownDifference(string Browser, ClockMode Mode, string Scenario, Verdict Verdict, string Reason);
}
