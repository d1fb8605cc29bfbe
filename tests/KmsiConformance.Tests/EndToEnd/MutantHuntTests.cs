using System.Collections.Concurrent;
using KmsiConformance.Ledger;
using KmsiConformance.Reference.Mutants;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Worlds;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>A few mutants against a few scenarios: that the hunt finds them. All against all is a night's work.</summary>
internal sealed class MutantHuntTests
{
    private const string Rolling = "lifetime/rolling-is-extended-by-every-use";
    private const string Closing = "lifetime/closing-the-browser-ends-an-unticked-session";
    private const string Profile = "b2c-2020-12";

    private static readonly ConcurrentDictionary<string, DecisionWatch> Watches = new(StringComparer.Ordinal);

    private static readonly IReadOnlyList<Scenario> Scenarios =
        [.. RealBrowser.Suite.Select(Profile, [Rolling, Closing])];

    [OneTimeSetUp]
    public async Task Watch()
    {
        var watched = new ReferenceTargetKind(KnownProfiles.Readings(Profile), null, RealBrowser.Suite.Folder)
        {
            Watch = scenario => Watches.GetOrAdd(scenario.Id, _ => new DecisionWatch()),
        };
        var run = await new SuiteRunner(
            new RunOptions(
                RealBrowser.Suite, Scenarios, Profile, await WorldsAsync(watched), 2, RunOptions.StandardStepLimit, null, []),
            new NoProgress()).RunAsync(CancellationToken.None);
        Assert.That(run.Scenarios.Select(scenario => scenario.Verdict), Is.EqualTo(new[] { Verdict.Passed, Verdict.Passed }),
            "who is watched decides as ever");
    }

    [Test]
    public void The_watch_tells_where_a_mutant_makes_a_difference()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Watches[Rolling].Different, Does.Contain("Session.UseExtends/never").And.Contain("Session.ServerLifetime/half"));
            Assert.That(Watches[Rolling].Different, Does.Not.Contain("Session.UseExtends/never-when-kept"));
            Assert.That(Watches[Closing].Different, Does.Contain("Session.CookieLifetime/a-day-where-none"));
            Assert.That(Watches[Closing].Points, Does.Not.Contain("StaySignedIn.Heeds"));
        }
    }

    [TestCase("Session.UseExtends/never", Rolling, "SignInIsSilent")]
    [TestCase("Session.ServerLifetime/half-when-not-kept", Rolling, "SignInIsSilent")]
    [TestCase("Session.CookieLifetime/a-day-where-none", Closing, "CredentialsAreAskedFor")]
    public async Task A_mutant_is_killed(string mutant, string scenario, string check)
    {
        var outcome = await HuntAsync(mutant);
        Assert.That(outcome.Kills, Does.Contain((scenario, check)));
    }

    [Test]
    public async Task One_that_nobody_looks_at_survives()
    {
        var outcome = await HuntAsync("Session.Joined/sid-changed");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Kills, Is.Empty);
            Assert.That(outcome.Ran, Is.EqualTo(2));
        }
    }

    [Test]
    public async Task What_makes_no_difference_is_not_played()
    {
        var outcome = await HuntAsync("Session.UseExtends/never-when-kept");
        Assert.That(outcome.Ran, Is.Zero);
    }

    private static async Task<MutantOutcome> HuntAsync(string mutant)
    {
        var worlds = await WorldsAsync(new ReferenceTargetKind(KnownProfiles.Readings(Profile), [mutant], RealBrowser.Suite.Folder));
        var reached = Watches.Where(watch => watch.Value.Different.Contains(mutant)).Select(watch => watch.Key)
            .ToHashSet(StringComparer.Ordinal);
        return await new MutantHunt(RealBrowser.Suite, Profile, Scenarios, _ => worlds, workers: 2)
            .HuntAsync(mutant, MutantList.PointOf(mutant), reached, CancellationToken.None);
    }

    private static async Task<IWorldFactory> WorldsAsync(ReferenceTargetKind target) => new WorldFactory(
        await RealBrowser.SimulatedAsync(), target, RealBrowser.Suite.RecipeOf(Profile), null, TimeSpan.FromSeconds(20));
}
