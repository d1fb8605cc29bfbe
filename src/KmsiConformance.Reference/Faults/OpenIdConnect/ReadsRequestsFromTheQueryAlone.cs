using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class ReadsRequestsFromTheQueryAlone : AuthorizeRules, IFault
{
    public static string Does => "A sign-in request is read from its address alone, so that a posted one has no parameters.";

    public static IReadOnlyList<string> Violates => ["N-44"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool TakesPostedRequests => false;
}
