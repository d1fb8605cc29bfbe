using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Progress;

/// <summary>The colour of each verdict in a terminal.</summary>
internal static class VerdictStyle
{
    public static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "green",
        Verdict.Failed => "red",
        Verdict.Error => "magenta",
        Verdict.Flaky => "orangered1",
        Verdict.Warning => "yellow",
        Verdict.CantTell => "darkorange",
        _ => "grey",
    };
}
