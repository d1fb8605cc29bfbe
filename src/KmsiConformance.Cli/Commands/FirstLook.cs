using KmsiConformance.Clocks;
using KmsiConformance.Probing.FirstFile;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary>Looks at a sign-in of a target that was not described before.</summary>
internal static class FirstLook
{
    /// <summary>Signs somebody in there, in real time.</summary>
    public static async Task<SeenSession> RunAsync(
        TargetFile file, PreflightRequest request, ScenarioSuite suite, CancellationToken cancellation)
    {
        await using var kind = new RemoteTargetKind(file);
        var preflight = await PreflightStep.RunAsync(request with { Clock = ClockMode.Real }, cancellation);
        await kind.PrepareAsync(null, Console.Error.WriteLine, cancellation);
        return await SeenSession.LookAsync(file, preflight.Worlds(suite, kind, null, RunOptions.StandardStepLimit), cancellation);
    }
}
