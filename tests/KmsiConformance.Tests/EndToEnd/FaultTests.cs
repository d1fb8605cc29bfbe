using KmsiConformance.Reference.Faults;
using KmsiConformance.Runner;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Reference.B2c;
using KmsiConformance.Worlds;
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

    private static readonly Lazy<Task<KillMatrix>> Matrix = new(async () => MatrixOf(await RealBrowser.SimulatedAsync()));

    private static KillMatrix MatrixOf(ReadyBrowser ready) => new(
        RealBrowser.Suite,
        (profile, fault) => new WorldFactory(
            ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), fault, RealBrowser.Suite.Folder), RealBrowser.Suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20)),
        workers: 2);

    private static IEnumerable<TestCaseData> All => FaultList.All.Select(fault =>
        new TestCaseData(new KnownFault(fault.Name, fault.Does, fault.Violates, fault.ActsUnder)).SetName($"Caught: {fault.Name}"));

    private static IEnumerable<TestCaseData> Spot => FaultList.All.Where(fault => InChromium.Contains(fault.Name)).Select(fault =>
        new TestCaseData(new KnownFault(fault.Name, fault.Does, fault.Violates, fault.ActsUnder)).SetName($"Caught in Chromium: {fault.Name}"));

    [TestCaseSource(nameof(All))]
    public async Task Every_fault_is_caught_and_only_when_it_is_set(KnownFault fault) => Judge(fault, await OutcomeAsync(await Matrix.Value, fault));

    [TestCaseSource(nameof(Spot))]
    [Category("Browser")]
    public async Task A_real_browser_catches_it_too(KnownFault fault)
    {
        // The scenario that the simulated browser found guilty first is enough: both directions, in real Chromium.
        var known = await OutcomeAsync(await Matrix.Value, fault);
        var decisive = known.Kills[0].Scenario;
        var suite = RealBrowser.Suite with { Scenarios = [.. RealBrowser.Suite.Scenarios.Where(scenario => scenario.Id == decisive)] };
        var ready = await RealBrowser.ReadyAsync();
        var matrix = new KillMatrix(
            suite,
            (profile, name) => new WorldFactory(ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), name, suite.Folder), suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20)),
            workers: 1);
        Judge(fault, await OutcomeAsync(matrix, fault));
    }

    private static async Task<FaultOutcome> OutcomeAsync(KillMatrix matrix, KnownFault fault)
    {
        await foreach (var outcome in matrix.RunAsync([fault], CancellationToken.None)) return outcome;
        throw new InvalidOperationException("The matrix gave no outcome.");
    }

    private static void Judge(KnownFault fault, FaultOutcome outcome)
    {

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Kills, Is.Not.Empty, $"{fault.Name}: {fault.Description}. Ran in {outcome.Profile}: {string.Join(", ", outcome.Ran)}");
            Assert.That(outcome.Unsound, Is.Empty, "scenarios that do not pass without the fault, or broke with it");
        });
    }

    [Test]
    public void There_are_enough_faults() => Assert.That(FaultList.All, Has.Count.AtLeast(15));
}
