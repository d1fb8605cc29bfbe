using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class NamesTheUserBefore : FederationRules, IFault
{
    public static string Does =>
        "A federated session asks its provider for a fresh token, and names its own user although the token names another.";

    public static IReadOnlyList<string> Violates => ["R-009"];

    public override bool SessionOutweighsProvider => true;
}
