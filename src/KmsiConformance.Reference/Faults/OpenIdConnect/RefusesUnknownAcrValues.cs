using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class RefusesUnknownAcrValues : AuthorizeRules, IFault
{
    public static string Does => "A sign-in that wishes for a way that the provider does not have is refused.";

    public static IReadOnlyList<string> Violates => ["N-16"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool RefusesAcrValues => true;
}
