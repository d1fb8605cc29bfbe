using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>Whatever the session cookie says, the session that began last is taken.</summary>
internal sealed class AcceptsTamperedCookie : Conduct, IFault
{
    public static string Does => "Whatever the session cookie says, the session that began last is taken.";

    public static IReadOnlyList<string> Violates => ["R-005"];

    public override SessionId? Recognise(SessionStore sessions, SessionKey key, string cookieValue) =>
        base.Recognise(sessions, key, cookieValue) ?? sessions.Latest(key);
}
