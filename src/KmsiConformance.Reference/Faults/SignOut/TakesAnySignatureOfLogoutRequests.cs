using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class TakesAnySignatureOfLogoutRequests : SignOutRules, IFault
{
    public static string Does => "A LogoutRequest must have a signature, and nobody looks whose it is.";

    public static IReadOnlyList<string> Violates => ["N-69"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml && readings.TellsApps;

    public override bool VerifiesLogoutRequest(bool signed) => !signed;
}
