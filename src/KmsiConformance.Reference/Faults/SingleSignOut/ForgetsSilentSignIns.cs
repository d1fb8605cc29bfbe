using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class ForgetsSilentSignIns : SessionRules, IFault
{
    public static string Does => "A session remembers only the applications at which the user gave a password.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override Session Joined(Session session, Participant? app, bool silently) => silently ? session : base.Joined(session, app,
        silently);
}
