using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference;

/// <summary>Signing out leaves the identity provider's session alone.</summary>
internal sealed class TellsNoProvider : Conduct, IFault
{
    public static string Does => "Signing out leaves the identity provider's session alone.";

    public static IReadOnlyList<string> Violates => ["R-089", "R-090", "R-091", "R-092"];

    public override bool TellsProvider(FederatedChoice provider) => false;
}
