using KmsiConformance.Policies;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>A policy without KeepAliveInDays ends the kept session that it uses.</summary>
internal sealed class OtherPoliciesEndKeptSessions : Conduct, IFault
{
    public static string Does => "A policy without KeepAliveInDays ends the kept session that it uses.";

    public static IReadOnlyList<string> Violates => ["R-041"];

    public override bool EndsKeptSession(Session session, SessionSettings settings) => session.Kept && settings.KeepAlive == TimeSpan.Zero;
}
