using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class SendsNoLogoutToken : NotificationRules, IFault
{
    public static string Does => "No server is told of a sign-out.";

    public static IReadOnlyList<string> Violates => ["N-60"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool TellsByBackChannel => false;
}
