using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.ThirdParties;

internal class FollowsDiscoveryElsewhere : FederationRules, IFault
{
    public static string Does =>
        "A discovery document that redirects to another host is fetched there, and believed.";

    public static IReadOnlyList<string> Violates => ["R-006"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool FollowsDocumentsElsewhere => true;
}
