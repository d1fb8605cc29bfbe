using System.Collections.Concurrent;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class SignsOutEarlierSessions : SessionRules, IFault
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

    public static string Does => "A sign-out also ends what the same account began earlier in other browsers.";

    public static IReadOnlyList<string> Violates => ["R-031", "R-041"];

    public override Session? AfterSignOut(Session session)
    {
        _ended.AddOrUpdate(
            session.Subject, session.SignedInAt, (_, known) => known > session.SignedInAt ? known : session.SignedInAt);
        return base.AfterSignOut(session);
    }

    public override bool HasExpired(Session session, DateTimeOffset now) =>
        base.HasExpired(session, now) || (_ended.TryGetValue(session.Subject, out var until) && session.SignedInAt < until);
}
