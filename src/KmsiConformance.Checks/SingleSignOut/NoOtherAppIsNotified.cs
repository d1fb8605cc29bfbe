namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>No app is called that did not sign in since the last sign-out (R-102).</summary>
public sealed class NoOtherAppIsNotified() : SingleSignOutCheck("not notified: no app is called that takes no part in the session")
{
    private protected override Judgement Judge(string expected, LastSignOut last)
    {
        var strangers = last.Notified.Select(notified => notified.App)
            .Where(app => !last.Participants.Contains(app)).Distinct(StringComparer.Ordinal).ToList();
        return strangers.Count == 0
            ? Judgement.Of(true, expected, "no other app was called")
            : Judgement.Of(false, expected, $"{string.Join(", ", strangers)} was called without having signed in");
    }
}
