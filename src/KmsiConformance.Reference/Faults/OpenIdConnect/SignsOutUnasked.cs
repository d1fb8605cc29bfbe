using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class SignsOutUnasked : SignOutRules, IFault
{
    public static string Does => "A sign-out that any site could have asked for is carried out at once.";

    public static IReadOnlyList<string> Violates => ["N-34"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool AsksBeforeSignOut(bool hinted) => false;
}
