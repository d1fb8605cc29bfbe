using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class BelievesUnsignedProviders : FederationRules, IFault
{
    public static string Does => "What an identity provider says is believed whoever signed it.";

    public static IReadOnlyList<string> Violates => ["R-006"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool VerifiesProviderSignatures => false;
}
