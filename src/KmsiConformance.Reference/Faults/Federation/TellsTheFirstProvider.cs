using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class TellsTheFirstProvider : FederationRules, IFault
{
    public static string Does => "The sign-out is passed on to the first provider of the policy, whichever vouched for the user.";

    public static IReadOnlyList<string> Violates => ["R-090"];

    public override bool IsOfTheSession(FederatedChoice provider, string vouched) => true;
}
