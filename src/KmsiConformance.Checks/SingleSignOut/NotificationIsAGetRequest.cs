namespace KmsiConformance.Checks.SingleSignOut;

/// <summary>LogoutUrls are called with GET (R-102, C-14).</summary>
public sealed class NotificationIsAGetRequest() : SingleSignOutCheck("by GET: LogoutUrls are called with GET")
{
    private protected override Judgement Judge(string expected, LastSignOut last)
    {
        if (last.Notified.Count == 0) return Judgement.CantTell(expected, "cannot tell: no LogoutUrl was called");
        var others = last.Notified.Where(notified => notified.Method != "GET").ToList();
        var called = others.Select(notified => $"{notified.App} was called with {notified.Method}");
        return Judgement.Of(others.Count == 0, expected, others.Count == 0 ? "by GET" : string.Join(", ", called));
    }
}
