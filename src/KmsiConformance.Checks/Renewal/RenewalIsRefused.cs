using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Renewal;

/// <summary>Without a session that the frame can show, the answer is an error and no page (N-01).</summary>
/// <param name="error">The error demanded, for example <c>interaction_required</c>.</param>
public sealed class RenewalIsRefused(string app, string error) : RenewalCheck(app,
    $"error: {app} receives {error} in its hidden frame, and no page is shown")
{
    private protected override bool Accepts(AppRenewed answer) => answer.Error == error;
}
