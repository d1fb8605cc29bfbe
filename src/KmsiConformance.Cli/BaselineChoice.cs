using System.CommandLine;
using KmsiConformance.Ledger;
using KmsiConformance.Runner.Judging;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Baselines;

namespace KmsiConformance.Cli;

/// <summary><c>--baseline</c>: results that are lived with.</summary>
internal static class BaselineChoice
{
    /// <summary>The option.</summary>
    public static Option<string?> Option() => new("--baseline")
    {
        Description = "Results that are lived with until some day. What is in it does not fail the run; an entry that is out of date does.",
        HelpName = "FILE",
    };

    /// <summary>The file that the command line names; null where it names none.</summary>
    /// <exception cref="SuiteException">The file is wrong.</exception>
    public static Baseline? Read(string? file) => file is null ? null : BaselineReader.Read(file);

    /// <summary>A run held against it.</summary>
    public static RunRecord Hold(ScenarioSuite suite, RunRecord run, Baseline? baseline) => baseline is null ? run
        : BaselineJudge.Of(suite, run, baseline, Today);

    /// <summary>The day that it is where this runs.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
