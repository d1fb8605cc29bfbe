using KmsiConformance.Exploring;
using KmsiConformance.Runner;

namespace KmsiConformance.Cli.Mutants;

/// <summary>What a mutant came to under a profile.</summary>
/// <param name="Reached">In how many scenarios it makes a difference.</param>
/// <param name="Explored">What exploring found; null for nothing.</param>
/// <param name="Listed">What the list of survivors says of it; null when it is not listed.</param>
internal sealed record JudgedMutant(string Profile, MutantOutcome Outcome, int Reached, Difference? Explored, Survivor? Listed)
{
    public string Mutant => Outcome.Mutant;

    public bool IsKilled => Outcome.Kills.Count > 0;

    /// <summary>It is listed, and is killed: the list is out of date.</summary>
    public bool IsStale => IsKilled && Listed is { IsPattern: false };

    /// <summary>It makes no difference in any scenario of the profile: what it changes is judged elsewhere, if it is.</summary>
    public bool IsIdle => Reached == 0 && Explored is null && Listed is null;

    /// <summary>It makes a difference, nobody noticed, and nobody says why that is well.</summary>
    public bool IsOpen => Reached > 0 && !IsKilled && Explored is null && Listed is null;

    /// <summary>In a word.</summary>
    public string Word => IsStale ? "STALE"
        : IsKilled ? "killed"
        : Explored is not null ? "explored"
        : Listed is not null ? "listed"
        : IsIdle ? "idle"
        : "SURVIVED";

    /// <summary>What killed it, or why it lives.</summary>
    public string Because => IsStale
        ? $"{Listed!.Place.File.Name} line {Listed.Place.Line} lists it, and {Killer} kills it. Take it out there"
        : IsKilled ? Killer
        : Explored is { } found ? $"{found.Check} in journey {found.Number}: no scenario does"
        : Listed is { } known ? known.Reason
        : Reached == 0 ? "makes no difference in any scenario"
        : Outcome.Unclear is [var unclear, ..] ? $"makes a difference in {Reached} scenarios, and only {unclear} could not tell"
        : $"makes a difference in {Reached} scenarios, and none fails";

    private string Killer => $"{Outcome.Kills[0].Check} in {Outcome.Kills[0].Scenario}";
}
