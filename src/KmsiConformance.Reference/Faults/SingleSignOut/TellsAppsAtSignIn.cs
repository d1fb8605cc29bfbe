using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class TellsAppsAtSignIn : NotificationRules, IFault
{
    public static string Does => "The sign-in page calls the LogoutUrls of the applications that the user is signed in to.";

    public static IReadOnlyList<string> Violates => ["R-015"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool SignInNotifiesApps => true;
}
