using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class ChecksHintsOnlyInSilence : AuthorizeRules, IFault
{
    public static string Does => "An application that expects one user gets tokens of whoever types a password.";

    public static IReadOnlyList<string> Violates => ["N-08"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool HeedsIdTokenHintOnPages => false;
}
