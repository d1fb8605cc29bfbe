using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class LeavesOutSessionState : AuthorizeRules, IFault
{
    public static string Does => "No answer says what the session is.";

    public static IReadOnlyList<string> Violates => ["N-20"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool SendsSessionState => false;
}
