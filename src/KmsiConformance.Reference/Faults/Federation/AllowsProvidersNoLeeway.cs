using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class AllowsProvidersNoLeeway : FederationRules, IFault
{
    public static string Does => "What an identity provider signs must be in time to the second: one whose clock is ahead is not believed.";

    public static IReadOnlyList<string> Violates => ["N-87"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override TimeSpan Leeway => TimeSpan.Zero;
}
