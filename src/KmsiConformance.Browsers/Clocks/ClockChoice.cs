using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Browsers.Clocks;

/// <summary>Which provider of moved process clocks a run uses; found once, then every world makes its own clock with it.</summary>
/// <param name="Provider">Makes a clock for a new world; null when no provider works here: use <see cref="ClockMode.Aged"/>.</param>
/// <param name="Name">The provider's name; null with it.</param>
/// <param name="SelfCheck">What the self-check saw, or why each provider was rejected.</param>
public sealed record ClockChoice(Func<IProcessClock>? Provider, string? Name, string SelfCheck)
{
    /// <summary>The providers, best first: ours lives with more kinds of processes than libfaketime.</summary>
    public static IReadOnlyList<(string Name, Func<IProcessClock> Make)> Providers { get; } =
        [("preload", () => new PreloadClock()), ("libfaketime", () => new FaketimeClock())];

    /// <summary>Tries the providers in order, each with a browser of its own; takes the first that passes.</summary>
    /// <param name="makeBrowser">Makes a browser that is started with the given environment.</param>
    /// <param name="providers">Null for <see cref="Providers"/>.</param>
    /// <exception cref="OperationCanceledException">The choice was cancelled.</exception>
    public static async Task<ClockChoice> FindAsync(
        Func<IReadOnlyDictionary<string, string>, IBrowser> makeBrowser,
        IReadOnlyList<(string Name, Func<IProcessClock> Make)>? providers,
        CancellationToken cancellation)
    {
        var rejected = new List<string>();
        foreach (var (name, make) in providers ?? Providers)
        {
            try
            {
                using var clock = new ProcessBrowserClock(new WorldClock(), make());
                var check = await ClockSelfCheck.RunAsync(clock, makeBrowser(clock.Environment), cancellation);
                if (check.Follows)
                    return new ClockChoice(make, name, check.Text);
                rejected.Add($"{name}: {check.Text}");
            }
            catch (Exception unavailable) when (unavailable is ClockUnavailableException or IOException or UnauthorizedAccessException)
            {
                rejected.Add($"{name}: {unavailable.Message}");
            }
        }

        return new ClockChoice(null, null, string.Join("; ", rejected));
    }
}
