using KmsiConformance.Checks;
using KmsiConformance.Reference.Faults;
using KmsiConformance.Runner;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// A check that cannot fail is worth nothing: every fault of the reference turns some check red, and the same scenario
/// passes when the fault is absent.
/// </summary>
internal sealed class FaultTests
{
    // Each shows itself in a real browser only by what a browser does: keeping, sending, forgetting cookies.
    private static readonly string[] InChromium =
    [
        "persists-without-tick", "forgets-ticked-box", "cookie-outlives-kept-session", "keeps-session-after-sign-out",
        "withholds-cookie-from-applications", "shares-cookie-with-subdomains", "sends-cookie-in-the-clear", "hides-box",
        "follows-unregistered-sign-out-address", "begins-session-on-wrong-password",
        "tells-apps-twice", "tells-by-post", "skips-an-app", "follows-scripts", "follows-scheme-relative-address",
        "stays-signed-in-after-no", "asks-guests", "delivers-code-before-answer",
    ];

    // What only a browser that runs scripts can show.
    private static readonly string[] InChromiumAlone = ["stores-the-session-in-the-browser"];

    // Turned red by an error page in the middle of a session, which no decision of the reference makes: events alone show it
    // (Checks/SignIn). The visit behind it, which has to be asked, is what the faults of the maximum turn red.
    private static readonly string[] ByEventsAlone = ["SessionInUseAnswersOrHasEnded"];

    private static IEnumerable<TestCaseData> All =>
        KnownKills.Faults.Where(fault => !InChromiumAlone.Contains(fault.Name))
            .Select(fault => new TestCaseData(fault).SetName($"Caught: {fault.Name}"));

    private static IEnumerable<TestCaseData> Spot => KnownKills.Faults.Where(fault => InChromium.Contains(fault.Name))
        .Select(fault => new TestCaseData(fault).SetName($"Caught in Chromium: {fault.Name}"));

    [TestCaseSource(nameof(All))]
    public async Task Every_fault_is_caught_and_only_when_it_is_set(KnownFault fault) => Judge(fault, await KnownKills.OfAsync(fault));

    [TestCaseSource(nameof(Spot))]
    [Category("Browser")]
    public async Task A_real_browser_catches_it_too(KnownFault fault)
    {
        // The scenario that the simulated browser found guilty first is enough: both directions, in real Chromium.
        var known = await KnownKills.OfAsync(fault);
        var decisive = known.Kills[0].Scenario;
        var suite = RealBrowser.Suite with { Scenarios = [.. RealBrowser.Suite.Scenarios.Where(scenario => scenario.Id == decisive)] };
        var ready = await RealBrowser.ReadyAsync();
        Judge(fault, await KnownKills.OnlyAsync(KnownKills.Over(suite, ready, workers: 1), fault));
    }

    [TestCaseSource(nameof(InChromiumAlone))]
    [Category("Browser")]
    public async Task A_fault_that_scripts_show_is_not_played_without_them_and_caught_with_them(string name)
    {
        var fault = KnownKills.Faults.Single(known => known.Name == name);
        Assert.That((await KnownKills.OfAsync(fault)).NotPlayed, Does.Contain("runs no scripts"));
        Judge(fault, await KnownKills.OnlyAsync(KnownKills.Over(RealBrowser.Suite, await RealBrowser.ReadyAsync(), workers: 1), fault));
    }

    /// <summary>
    /// Each of these names requirements of other documents alone; the profile has its own, which are said to demand the same.
    /// </summary>
    [TestCase("oidc", "keeps-session-after-sign-out", "D-08")]
    [TestCase("oidc", "ignores-sign-out", "D-07")]
    [TestCase("oidc", "accepts-any-password", "D-10")]
    [TestCase("aad-2020-06", "keeps-session-after-sign-out", "D-08")]
    public async Task A_fault_is_caught_in_every_profile_in_which_it_acts(string profile, string fault, string requirement)
    {
        var judged = KnownKills.Faults.Single(known => known.Name == fault);
        Assert.That(judged.Requirements, Does.Not.Contain(requirement), "otherwise this proves nothing");
        var known = RealBrowser.Suite.Profiles.Single(one => one.Id == profile);
        var matrix = KnownKills.Over(RealBrowser.Suite, await RealBrowser.SimulatedAsync(), workers: 2);
        var outcomes = new List<FaultOutcome>();
        await foreach (var one in matrix.RunAsync([judged], known, CancellationToken.None)) outcomes.Add(one);
        Judge(judged, outcomes.Single());
    }

    // Most faults act under several profiles, and are tried above under the one that has most to say of them.
    [Test]
    public async Task What_acts_at_a_site_is_caught_under_each_profile_of_sites(
        [Values("web", "nist-800-63b-3", "nist-800-63b-4")] string profile)
    {
        var outcomes = await KnownKills.UnderAsync(profile);
        Assert.That(outcomes, Has.Count.AtLeast(10));
        Assert.That(outcomes.Where(outcome => !outcome.Caught).Select(outcome => outcome.Fault.Name), Is.SubsetOf(InChromiumAlone));
    }

    private static void Judge(KnownFault fault, FaultOutcome outcome)
    {
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Kills, Is.Not.Empty,
                $"{fault.Name}: {fault.Description}. Ran in {outcome.Profile}: {string.Join(", ", outcome.Ran)}");
            Assert.That(outcome.Unsound, Is.Empty, "scenarios that do not pass without the fault, or broke with it");
        });
    }

    /// <summary>In a run of all tests the outcomes are there already, and nothing runs twice.</summary>
    [Test]
    public async Task Every_check_is_turned_red_by_some_fault()
    {
        var red = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fault in KnownKills.Faults)
            red.UnionWith((await KnownKills.OfAsync(fault)).Kills.SelectMany(kill => kill.Check.Split(", ")));
        foreach (var site in new[] { "web", "nist-800-63b-4" })
        {
            var kills = (await KnownKills.UnderAsync(site)).SelectMany(outcome => outcome.Kills);
            red.UnionWith(kills.SelectMany(kill => kill.Check.Split(", ")));
        }

        // What most scenarios look for at sites is looked for elsewhere too, by other checks.
        List<KnownFault> ofSites = [];
        foreach (var fault in KnownKills.Faults)
            if ((await KnownKills.OfAsync(fault)).Profile == "web") ofSites.Add(fault);
        red.UnionWith((await KnownKills.UnderAsync("oidc", ofSites)).SelectMany(outcome => outcome.Kills)
            .SelectMany(kill => kill.Check.Split(", ")));

        var checks = typeof(Check).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract)
            .Select(type => type.Name);
        Assert.That(checks.Except(red).Except(ByEventsAlone), Is.Empty,
            "add a fault under Reference/Faults, or a scenario that an existing one fails by this check");
    }

    [Test]
    public void There_are_enough_faults() => Assert.That(FaultList.All, Has.Count.AtLeast(15));
}
