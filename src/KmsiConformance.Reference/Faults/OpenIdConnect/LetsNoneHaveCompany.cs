using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class LetsNoneHaveCompany : AuthorizeRules, IFault
{
    public static string Does => "prompt=none together with another value is let through.";

    public static IReadOnlyList<string> Violates => ["N-02"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool NoneMayHaveCompany => true;
}
