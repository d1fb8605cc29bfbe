using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class SkipsAnApp : NotificationRules, IFault
{
    public static string Does => "A sign-out forgets the application that signed in last.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override IEnumerable<AppRegistration> Notified(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        base.Notified([.. participants.SkipLast(1)], initiator, registered);
}
