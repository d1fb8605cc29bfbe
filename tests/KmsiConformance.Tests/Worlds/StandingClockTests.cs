using KmsiConformance.Clocks;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.Worlds;

/// <summary>Where nobody has a clock of his own, time passes by moves and by steps alone.</summary>
internal sealed class StandingClockTests
{
    private static readonly Scenario Any = RealBrowser.Suite.Scenarios.Single(one => one.Id == "sign-in/a-live-session-asks-for-nothing");

    [Test]
    public async Task At_the_reference_in_the_simulated_browser_time_does_not_pass_by_itself()
    {
        await using var world = await WorldAsync(ClockMode.Virtual, Any);
        var start = world.Clock.GetUtcNow();
        await RealTime.Delay(TimeSpan.FromMilliseconds(30));
        Assert.That(world.Clock.GetUtcNow(), Is.EqualTo(start));
        Assert.That(await world.Browser.NowAsync(CancellationToken.None), Is.EqualTo(start).Within(TimeSpan.FromMilliseconds(1)));

        world.BeginStep("A step.");
        Assert.That(world.Clock.GetUtcNow(), Is.EqualTo(start + TimeSpan.FromMilliseconds(100)), "no two steps happen at once");
    }

    [Test]
    public async Task Where_the_browser_stays_at_real_time_the_world_does_too()
    {
        await using var world = await WorldAsync(ClockMode.Aged, Any);
        Assert.That(world.Clock.Stands, Is.False);
    }

    [Test]
    public async Task A_scenario_in_real_time_lives_in_it()
    {
        await using var world = await WorldAsync(ClockMode.Virtual, RealBrowser.Suite.Scenarios.First(one => one.RealTime));
        Assert.That(world.Clock.Stands, Is.False);
    }

    private static async Task<World> WorldAsync(ClockMode mode, Scenario scenario)
    {
        var profile = RealBrowser.DefaultProfile;
        var ready = await Preflight.FindAsync(new PreflightRequest(null, true, false, mode, "simulated"), _ => { }, CancellationToken.None);
        var worlds = new WorldFactory(
            ready, new ReferenceTargetKind(KnownProfiles.Readings(profile), null, RealBrowser.Suite.Folder),
            RealBrowser.Suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        return await worlds.CreateAsync(scenario, _ => { }, CancellationToken.None);
    }
}
