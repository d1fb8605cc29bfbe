namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>
/// Each app that signed in since the last sign-out and has a LogoutUrl is called exactly once (R-102, N-50). About the app
/// that asked the documents disagree (C-15), so that this check lets it be.
/// </summary>
public sealed class EveryAppOfTheSessionIsNotifiedOnce()
    : SingleSignOutCheck("notified: every app of the session that has a LogoutUrl is called once")
{
    private protected override Judgement Judge(string expected, LastSignOut last)
    {
        var due = last.Participants.Where(app => last.Reachable.Contains(app) && app != last.Initiator)
            .Order(StringComparer.Ordinal).ToList();
        if (due.Count == 0)
            return Judgement.CantTell(expected, "cannot tell: no app but the one that asked takes part and has a LogoutUrl");
        return Judgement.Of(
            due.TrueForAll(app => last.TimesTold(app) == 1), expected,
            string.Join(", ", due.Select(app => $"{app} was called {Times(last.TimesTold(app))}{last.WhyNot(app)}")));
    }
}
