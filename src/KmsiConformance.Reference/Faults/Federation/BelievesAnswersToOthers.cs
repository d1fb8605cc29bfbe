using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class BelievesAnswersToOthers : FederationRules, IFault
{
    public static string Does => "An ID token of a provider is believed whichever request it answers: its nonce is not compared.";

    public static IReadOnlyList<string> Violates => ["R-006"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool ComparesNonces => false;
}
