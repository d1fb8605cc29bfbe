using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class OtherPoliciesEndKeptSessions : SessionRules, IFault
{
    public static string Does => "A policy without KeepAliveInDays ends the kept session that it uses.";

    public static IReadOnlyList<string> Violates => ["R-041"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool EndsKeptSession(Session session, SessionSettings settings) => session.Kept && settings.KeepAlive is null;
}
