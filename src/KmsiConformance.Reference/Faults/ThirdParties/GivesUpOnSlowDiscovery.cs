using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.ThirdParties;

internal class GivesUpOnSlowDiscovery : FederationRules, IFault
{
    public static string Does =>
        "A discovery document that takes half a second is given up, and the sign-in with it.";

    public static IReadOnlyList<string> Violates => ["R-002"];

    public override TimeSpan WaitsForDocuments(TimeSpan patience) => TimeSpan.FromMilliseconds(500);
}
