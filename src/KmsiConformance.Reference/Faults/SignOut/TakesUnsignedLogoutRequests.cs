using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class TakesUnsignedLogoutRequests : SignOutRules, IFault
{
    public static string Does => "A LogoutRequest without a signature is believed; only one that has a signature is verified.";

    public static IReadOnlyList<string> Violates => ["N-69"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml && readings.TellsApps;

    public override bool VerifiesLogoutRequest(bool signed) => signed;
}
