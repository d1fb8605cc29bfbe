using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class TellsProviderInSpiteOfTheSwitch : FederationRules, IFault
{
    public static string Does => "Signing out tells the identity provider although SingleLogoutEnabled is false.";

    public static IReadOnlyList<string> Violates => ["R-093", "R-096"];

    public override bool TellsProvider(FederatedChoice provider) => true;
}
