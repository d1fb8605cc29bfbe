using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class IgnoresSelectAccount : AuthorizeRules, IFault
{
    public static string Does => "A request that wants the user to choose an account is answered out of the session.";

    public static IReadOnlyList<string> Violates => ["N-05"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool OffersChoice(IReadOnlyCollection<string> prompt) => false;
}
