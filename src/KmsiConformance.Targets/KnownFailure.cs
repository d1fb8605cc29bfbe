using KmsiConformance.Ledger;

namespace KmsiConformance.Targets;

/// <summary>A failure of a target that is expected, until it no longer comes.</summary>
/// <param name="Seen">
/// Words of what was seen, by which it is known: a failure of another kind is not this one. What was expected says nothing of it.
/// </param>
/// <param name="Because">Why it is expected.</param>
public sealed record KnownFailure(string Seen, string Because)
{
    /// <summary>Whether a result is this failure.</summary>
    /// <param name="seen">What the step that decided has seen; null where none has.</param>
    public bool IsThis(Verdict verdict, string? seen) => verdict is Verdict.Failed or Verdict.Warning
        && seen?.Contains(Seen, StringComparison.OrdinalIgnoreCase) == true;
}
