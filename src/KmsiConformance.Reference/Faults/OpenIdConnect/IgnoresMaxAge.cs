using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class IgnoresMaxAge : AuthorizeRules, IFault
{
    public static string Does => "max_age has no effect.";

    public static IReadOnlyList<string> Violates => ["N-06"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool HeedsMaxAge(IReadOnlyCollection<string> prompt) => false;
}
