using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class SparesTheFamilyOfASpentToken : TokenEndpointRules, IFault
{
    public static string Does => "A spent refresh token that comes again is refused, and those that came of it stay good.";

    public static IReadOnlyList<string> Violates => ["N-29"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect;

    public override bool ReuseEndsTheFamily => false;
}
