using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Targets;

namespace KmsiConformance.Worlds;

/// <summary>Makes worlds, all with the same kind of browser, clock and target.</summary>
public interface IWorldFactory
{
    /// <summary>The target that every world gets one of.</summary>
    ITargetKind Target { get; }

    /// <summary>The browser, as it named itself at the preflight.</summary>
    BrowserRecord Browser { get; }

    /// <summary>How time is moved, and how that was checked.</summary>
    ClockRecord Clock { get; }

    /// <summary>
    /// Third-party cookies in scenarios that name no mode: <c>allowed</c>, <c>blocked</c>, <c>partitioned</c> or
    /// <c>as-shipped</c>.
    /// </summary>
    string? ThirdPartyCookies => null;

    /// <summary>Why a scenario makes no sense with this browser, and with which it would; null when it does.</summary>
    string? WhyInapplicable(Scenario scenario) => null;

    /// <summary>
    /// Why a scenario gets no verdict with this browser although it should, because a condition that it relies on was tried
    /// and does not hold or could not be seen; null when all hold. Each is tried once, at the first scenario that relies on it.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<Unproven?> WhyUnprovenAsync(Scenario scenario, CancellationToken cancellation) => Task.FromResult<Unproven?>(null);

    /// <summary>Sets up a world for a scenario: target, apps and a started browser.</summary>
    /// <param name="scenario">The scenario that will own it.</param>
    /// <param name="onEvent">Called with every event of its ledger.</param>
    /// <param name="parked">The world that goes on; null begins a new one.</param>
    /// <param name="limit">Real time that it may take once its turn at the target has come; null for any.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    Task<World> CreateAsync(
        Scenario scenario, Action<Event> onEvent, CancellationToken cancellation, WorldState? parked = null, TimeSpan? limit = null);
}
