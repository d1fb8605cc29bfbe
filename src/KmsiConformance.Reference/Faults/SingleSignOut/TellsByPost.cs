using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.SignOut;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class TellsByPost : NotificationRules, IFault
{
    public static string Does => "A sign-out calls LogoutUrls by POST.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    internal override IReadOnlyList<Notification> ThroughTheBrowser(IReadOnlyList<Notification> due) =>
        [.. due.Select(notification => notification with { Form = [] })];
}
