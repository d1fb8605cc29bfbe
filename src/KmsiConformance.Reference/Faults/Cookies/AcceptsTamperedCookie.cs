using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class AcceptsTamperedCookie : SessionCookieRules, IFault
{
    public static string Does => "Whatever the session cookie says, the session that began last is taken.";

    public static IReadOnlyList<string> Violates => ["R-005", "W-09"];

    public static bool ActsOnSites => true;

    public override SessionId? Recognise(SessionStore sessions, SessionKey key, string cookieValue) =>
        base.Recognise(sessions, key, cookieValue) ?? sessions.Latest(key);
}
