using KmsiConformance.Ledger;

namespace KmsiConformance.Targets;

/// <summary>A failure of a target that is expected, until it no longer comes.</summary>
/// <param name="Seen">Words of the reason by which it is known: a failure of another kind is not this one.</param>
/// <param name="Because">Why it is expected.</param>
public sealed record KnownFailure(string Seen, string Because)
{
    /// <summary>Whether a result is this failure.</summary>
    public bool IsThis(Verdict verdict, string? reason) => verdict is Verdict.Failed or Verdict.Warning
        && reason?.Contains(Seen, StringComparison.OrdinalIgnoreCase) == true;
}
