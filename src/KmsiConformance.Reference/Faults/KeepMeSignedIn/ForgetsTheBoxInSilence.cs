using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class ForgetsTheBoxInSilence : TokenRules, IFault
{
    public static string Does => "Tokens for which a session answered say that the box was not ticked, whatever the user did.";

    public static IReadOnlyList<string> Violates => ["R-144"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool BoxOfSession(bool ticked) => false;
}
