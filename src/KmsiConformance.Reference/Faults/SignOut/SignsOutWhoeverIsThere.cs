using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class SignsOutWhoeverIsThere : SignOutRules, IFault
{
    public static string Does => "A LogoutRequest that names somebody else ends the session of the browser that brings it.";

    public static IReadOnlyList<string> Violates => ["N-69"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml && readings.TellsApps;

    public override bool IsNamed(Session session, string named) => true;
}
