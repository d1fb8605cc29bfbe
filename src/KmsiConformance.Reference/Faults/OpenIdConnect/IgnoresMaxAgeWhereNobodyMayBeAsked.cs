using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class IgnoresMaxAgeWhereNobodyMayBeAsked : AuthorizeRules, IFault
{
    public static string Does => "With prompt=none a session answers however old its sign-in is.";

    public static IReadOnlyList<string> Violates => ["N-06"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool HeedsMaxAge(IReadOnlyCollection<string> prompt) => !ForbidsPages(prompt);
}
