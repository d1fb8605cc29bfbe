using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Measuring;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
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
}
