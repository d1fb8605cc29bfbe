using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Probing;

/// <summary>What every look at a target needs: worlds with all that its file declares, and a limit.</summary>
/// <param name="file">What is declared of it.</param>
/// <param name="worlds">Worlds at the target.</param>
/// <param name="limit">Real time that each look may take.</param>
internal sealed class Looks(TargetFile file, IWorldFactory worlds, TimeSpan limit)
{
    /// <summary>A fresh world.</summary>
    public Task<World> WorldAsync(Action<Event> onEvent, CancellationToken cancellation) =>
        worlds.CreateAsync(Everything(), onEvent, cancellation);

    /// <summary>Waits until a sign-in may be tried.</summary>
    public Task RoomAsync(CancellationToken cancellation) => worlds.Target.Care.RoomAsync(1, cancellation);

    private const int MostTries = 3;

    /// <summary>
    /// Looks, and takes whatever breaks for a finding. What was found wrong while somebody stood still is looked at again.
    /// </summary>
    public async Task<IReadOnlyList<Finding>> LimitedAsync(
        Func<Task<IReadOnlyList<Finding>>> look, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var mark = Heartbeat.OfThisProcess.Mark();
            var found = await OnceAsync(look, cancellation);
            if (found.All(one => one.Problem is null) || Heartbeat.OfThisProcess.LongestOfAny(mark) is not { } standstill) return found;
            if (tries == MostTries || worlds.Target.Care.IsShared)
                return [new Finding("the target answers", $"{standstill}, so nothing could be seen. Try again", Owner.Machine)];
        }
    }

    private async Task<IReadOnlyList<Finding>> OnceAsync(Func<Task<IReadOnlyList<Finding>>> look, CancellationToken cancellation)
    {
        try
        {
            return await look().WaitAsync(limit, cancellation);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            return [new Finding(
                "the target answers", Trouble.Said(broken),
                broken is UndeclaredHostException or UntrustedPageException ? Owner.File : Owner.Product)];
        }
    }

    // A scenario that has all that the file declares and does nothing.
    private Scenario Everything() => new(
        "probe", file.Path, "The target is as its file says", [], [file.Profile], PolicyRequest.Default,
        file.Apps.ToDictionary(app => app.Key, app => app.Value.Everything, StringComparer.Ordinal),
        RealTime: false, []);
}
