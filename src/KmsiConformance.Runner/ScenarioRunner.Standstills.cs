using System.Globalization;
using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using KmsiConformance.Suite.Steps.Federation;
using KmsiConformance.Suite.Steps.SignIn;
using KmsiConformance.Suite.Steps.Time;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner;

/// <content>
/// Whether what was seen can be believed. A scenario says how much time passes; where more passes, because a machine, a browser
/// or a product stood still or was slow, sessions and tokens are older than anybody meant, and nothing follows from what they do.
/// </content>
internal sealed partial class ScenarioRunner
{
    // Scenarios stay a minute clear of every limit that they are about.
    private static readonly TimeSpan Clearance = TimeSpan.FromSeconds(45);

    private const string Expectation = "a machine that keeps going";

    private TimeSpan _sinceAnchor;
    private bool _isCloseToALimit;

    /// <summary>Why nothing that was seen counts; null where it does. It may be tried again.</summary>
    public string? Spoiled { get; private set; }

    private StepRecord Believed(World world, Step step, long mark, StepBudget budget, StepRecord record)
    {
        Spoiled = world.StandstillSince(mark)?.ToString()
            ?? (world.Clock.Stands || record.Verdict == Verdict.Error ? null : TooLate(step, budget));
        return Spoiled is null ? record : record with { Verdict = Verdict.Error, Expected = Expectation, Actual = Spoiled, Check = null };
    }

    private string? TooLate(Step step, StepBudget budget)
    {
        var (worked, most) = (budget.Worked, StepLimit / 2 * Math.Min(budget.Stretch, 2));
        if (worked > most)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"the step took {worked.TotalSeconds:0} s of real time, in which sessions and tokens grew older, and at most "
                + $"{most.TotalSeconds:0} s are judged (half of --step-limit){Load}");
        if (step is CredentialsStep or SignInAtStep or WaitUntilStep) (_sinceAnchor, _isCloseToALimit) = (TimeSpan.Zero, false);
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
                $"the steps since the last sign-in, or the moment that was waited for, took {_sinceAnchor.TotalSeconds:0} s of real time, "
                + $"and the scenario stays a minute clear of a limit{Load}")
            : null;
    }

    private static string Load => MachineLoad.Now is { } load ? $"; {load}" : "";
}
