using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Measuring;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.EndToEnd;
using KmsiConformance.Worlds;

namespace KmsiConformance.Tests.Measuring;

/// <summary>Measures whatever a test has set up.</summary>
internal static class MeasureRun
{
    /// <summary>Measures by the app <c>groceries</c> and the user <c>alice</c>.</summary>
    /// <param name="profile">The reading under which it is played.</param>
    /// <param name="apps">The apps, by name.</param>
    public static Task<Measurement> OfAsync(
        IWorldFactory worlds, string profile, IReadOnlyDictionary<string, AppRequest> apps, PolicyRequest policy)
    {
        var scenario = new Scenario("measure", "measure", "Measured", [], [profile], policy, apps, RealTime: false, []);
        var request = new MeasureRequest(scenario, "groceries", "alice", MeasureRequest.StandardLongest);
        return new TargetMeasure(request, worlds, _ => { }).RunAsync(
            new Measurement
            {
                Tool = ToolRecord.Current, StartedUtc = TimeProvider.System.GetUtcNow(), DurationMs = 0,
                Target = worlds.Target.Record(), Browser = worlds.Browser, Clock = worlds.Clock, SignIns = 0,
            },
            CancellationToken.None);
    }

    /// <summary>Measures the reference in the simulated browser.</summary>
    /// <param name="profile">The reading that it behaves by.</param>
    /// <param name="fault">The fault that it is started with; null for none.</param>
    /// <param name="policy">Its settings.</param>
    public static async Task<Measurement> OfReferenceAsync(string profile, string? fault, PolicyRequest policy)
    {
        var suite = RealBrowser.Suite;
        await using var kind = new ReferenceTargetKind(KnownProfiles.Readings(profile), fault is null ? null : [fault], suite.Folder);
        var worlds = new WorldFactory(await RealBrowser.SimulatedAsync(), kind, suite.RecipeOf(profile), null, TimeSpan.FromSeconds(20));
        var asked = profile == "web"
            ? AppRequest.Default with { Kind = AppRequest.Site }
            : AppRequest.Default with { LogoutUrl = "works", OfflineAccess = true };
        var apps = AppRequest.StandardNames.ToDictionary(app => app, _ => asked, StringComparer.Ordinal);
        return await OfAsync(worlds, profile, apps, policy);
    }
}
