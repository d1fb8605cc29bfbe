using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Renewal;

/// <summary>Out of a live session a hidden frame with <c>prompt=none</c> brings fresh tokens (R-004, N-01).</summary>
public sealed class TokensAreRenewed(string app) : RenewalCheck(app,
    $"renewed: {app} gets fresh tokens in a hidden frame, and nobody is asked")
{
    private protected override bool NeedsASession => true;

    private protected override bool Accepts(AppRenewed answer) => answer.Outcome == AnswerOutcomes.Renewed;
}
