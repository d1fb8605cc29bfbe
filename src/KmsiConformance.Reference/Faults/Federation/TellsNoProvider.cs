using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class TellsNoProvider : FederationRules, IFault
{
    public static string Does => "Signing out leaves the identity provider's session alone.";

    public static IReadOnlyList<string> Violates => ["R-089", "R-090", "R-091", "R-092"];

    public override bool TellsProvider(FederatedChoice provider) => false;
}
