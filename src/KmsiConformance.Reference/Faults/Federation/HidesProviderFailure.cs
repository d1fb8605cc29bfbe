using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class HidesProviderFailure : FederationRules, IFault
{
    public static string Does =>
        "When the provider or its user says no, the sign-in page comes again and the application learns of nothing.";

    public static IReadOnlyList<string> Violates => ["R-006"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool PassesProviderFailureOn => false;
}
