using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class BeginsSessionOnWrongPassword : SignInRules, IFault
{
    public static string Does => "A rejected password begins a session: the message is shown, and the next visit is silent.";

    public static IReadOnlyList<string> Violates => ["R-002", "R-006", "W-11"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml;

    public override bool RejectedPasswordBeginsSession => true;
}
