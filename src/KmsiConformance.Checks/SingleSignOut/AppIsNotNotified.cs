namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>The sign-out leaves the app alone: it takes no part in the session, has no LogoutUrl, or asked itself (R-102, C-15).</summary>
public sealed class AppIsNotNotified(string app) : SingleSignOutCheck($"not notified: the sign-out does not call {app}")
{
    private protected override Judgement Judge(string expected, LastSignOut last)
    {
        var seen = last.TimesTold(app);
        return Judgement.Of(seen == 0, expected, $"{app} was called {Times(seen)}");
    }
}
