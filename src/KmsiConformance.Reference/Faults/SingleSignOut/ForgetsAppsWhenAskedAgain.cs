using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class ForgetsAppsWhenAskedAgain : SessionRules, IFault
{
    public static string Does => "Giving the password again makes the session forget its applications.";

    public static IReadOnlyList<string> Violates => ["R-102"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool Continues(Session before, CredentialsAccepted accepted) => false;
}
