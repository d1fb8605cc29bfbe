using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class TicksTheOtherTab : SignInRules, IFault
{
    public static string Does => "A box that is ticked in one tab counts as ticked on the sign-in page that waits in another.";

    public static IReadOnlyList<string> Violates => ["N-19"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect;

    public override bool TicksOtherTabs => true;
}
