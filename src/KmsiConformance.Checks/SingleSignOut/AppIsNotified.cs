namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>The sign-out reaches the app's LogoutUrl as often as demanded (R-102, N-50).</summary>
public sealed class AppIsNotified(string app, int times)
    : SingleSignOutCheck(FormattableString.Invariant($"notified: the sign-out calls the LogoutUrl of {app} {Times(times)}"))
{
    private protected override Judgement Judge(string expected, LastSignOut last)
    {
        if (!last.Reachable.Contains(app)) return Judgement.CantTell(expected,
            $"cannot tell: {app} has no LogoutUrl; give it one with logout-url");
        var seen = last.TimesTold(app);
        return Judgement.Of(seen == times, expected, $"{app} was called {Times(seen)}{last.WhyNot(app)}");
    }
}
