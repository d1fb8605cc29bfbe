using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference;

/// <summary>Signing out tells the identity provider although SingleLogoutEnabled is false.</summary>
internal sealed class TellsProviderInSpiteOfTheSwitch : Conduct, IFault
{
    public static string Does => "Signing out tells the identity provider although SingleLogoutEnabled is false.";

    public static IReadOnlyList<string> Violates => ["R-093", "R-096"];

    public override bool TellsProvider(FederatedChoice provider) => true;
}
