using KmsiConformance.Clocks;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.Time;

namespace KmsiConformance.Worlds;

/// <content>Clocks that are off.</content>
public sealed partial class World
{
    // Its process ends when its clock goes back beyond the moment of its start.
    private const string DiesBeforeItsStart = "firefox";

    /// <summary>Puts somebody's clock ahead of the world's, or behind it.</summary>
    /// <param name="whose">One of <see cref="ClockOwners"/>.</param>
    /// <param name="ahead">How far; negative for behind, zero to put it right.</param>
    /// <exception cref="ClockCannotMoveException">The browser would not live through it.</exception>
    public async Task PutClockOffAsync(string whose, TimeSpan ahead, CancellationToken cancellation)
    {
        if (whose == ClockOwners.Browser)
        {
            if (Browser.Name == DiesBeforeItsStart && Clock.Offset + ahead < _inUse.StartedAhead)
                throw new ClockCannotMoveException(
                    $"the process of {Browser.Name} ends when its clock goes back beyond the moment at which it was started: wait longer "
                    + "before this step, or use another browser");
            var before = _parts.BrowserClock.Browser.Off;
            await _parts.BrowserClock.PutOffAsync([.. _parts.Devices.Select(device => device.Browser)], ahead, cancellation);
            foreach (var device in _parts.Devices) device.Cookies.Shift(before - ahead);
        }
        else
        {
            ClockOf(whose).Off = ahead;
        }

        Ledger.AppendOf(null, new ClockPutOff(whose, ahead));
    }

    /// <summary>Why no world can have the wrong clocks that a scenario asks for; null where it can.</summary>
    internal static string? WhyNotOff(Scenario scenario, string clockMode) =>
        scenario.Steps.OfType<ClockOffStep>().Any(step => step.Concerns(ClockOwners.Browser))
            && !BrowserCanBeOff(clockMode)
            ? $"The browser's clock cannot be wrong where its time is not moved (clock: {clockMode}). Use --clock process, or --browser "
                + "simulated."
            : null;

    private static bool BrowserCanBeOff(string clockMode) =>
        Enum.TryParse<ClockMode>(clockMode, ignoreCase: true, out var mode) && Browsers.Clocks.BrowserClock.CanBeOff(mode);

    private OffClock ClockOf(string whose) => whose switch
    {
        ClockOwners.Server => _parts.Clocks.Server,
        ClockOwners.Apps => _parts.Clocks.Apps,
        ClockOwners.Providers => _parts.Clocks.Providers,
        _ => throw new ArgumentOutOfRangeException(nameof(whose), whose, "Nobody of that name has a clock."),
    };
}
