using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class TellsAnotherAppInstead : NotificationRules, IFault
{
    public static string Does => "A sign-out tells another application than the one that is signed in.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override IEnumerable<AppRegistration> Notified(
        IReadOnlyList<AppRegistration> participants, AppRegistration? initiator, IReadOnlyList<AppRegistration> registered) =>
        registered.Where(app => app.LogoutUrl is not null && app != initiator && !participants.Contains(app)).Take(participants.Count);
}
