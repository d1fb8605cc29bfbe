namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>
/// Apps are told before the browser goes on to the address that the app gave (N-37); later nobody may be there to tell
/// them.
/// </summary>
public sealed class NotifiedBeforeTheBrowserLeaves()
    : SingleSignOutCheck("in time: apps are called before the browser leaves the login endpoint")
{
    private protected override Judgement Judge(string expected, LastSignOut last)
    {
        if (last.Notified.Count == 0) return Judgement.CantTell(expected, "cannot tell: no LogoutUrl was called");
        if (last.Left is not { } left) return Judgement.Of(true, expected, "the browser did not leave");
        var late = last.Notified.Where(notified => notified.Sequence > left.Sequence)
            .Select(notified => notified.App).Distinct(StringComparer.Ordinal).ToList();
        return late.Count == 0
            ? Judgement.Of(true, expected, "before the browser left")
            : Judgement.Of(false, expected, $"{string.Join(", ", late)} was called after the browser had left");
    }
}
