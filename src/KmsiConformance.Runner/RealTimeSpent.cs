using System.Globalization;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Federation;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.Time;

namespace KmsiConformance.Runner;

/// <summary>
/// The real time that steps took in a world whose time passes with it: sessions and tokens grew older by it, and nobody meant that.
/// </summary>
internal sealed class RealTimeSpent
{
    // Scenarios stay a minute clear of every limit that they are about.
    private static readonly TimeSpan Clearance = TimeSpan.FromSeconds(45);

    // Whoever waits for so long, and not to the minute, is far from every limit.
    private static readonly TimeSpan Far = TimeSpan.FromHours(1);

    private TimeSpan _sinceAnchor;
    private bool _isCloseToALimit;

    /// <summary>Counts a step.</summary>
    /// <param name="settings">How long sessions last.</param>
    /// <param name="worked">What it took, without what it was to wait.</param>
    /// <param name="most">What a step may take.</param>
    /// <returns>Why nothing follows from what was seen in it; null where something does.</returns>
    public string? Add(Step step, SettingsInForce settings, TimeSpan worked, TimeSpan most)
    {
        if (worked > most)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"the step took {worked.TotalSeconds:0} s of real time, in which sessions and tokens grew older, and at most "
                + $"{most.TotalSeconds:0} s are judged (half of --step-limit){Load}");
        if (step is CredentialsStep or SignInAtStep or WaitUntilStep || IsFar(step, settings))
            (_sinceAnchor, _isCloseToALimit) = (TimeSpan.Zero, false);
        _isCloseToALimit |= step switch
        {
            WaitUntilStep => true,
            WaitStep wait => wait.Duration.IsToTheMinute,
            SignInStep { After: { } after } => after.IsToTheMinute,
            _ => false,
        };
        _sinceAnchor += worked;
        return _isCloseToALimit && _sinceAnchor > Clearance
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the steps since the last sign-in or long wait took {_sinceAnchor.TotalSeconds:0} s of real time, and the scenario "
                + $"stays a minute clear of a limit{Load}")
            : null;
    }

    private static bool IsFar(Step step, SettingsInForce settings) =>
        step is WaitStep { Duration: { IsToTheMinute: false } duration } && duration.Evaluate(settings) >= Far;

    private static string Load => MachineLoad.Now is { } load ? $"; {load}" : "";
}
