using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class BeginsRefreshFamiliesAnew : TokenEndpointRules, IFault
{
    public static string Does => "Each use of a refresh token begins the longest life of its family anew, which so never ends.";

    public static IReadOnlyList<string> Violates => ["N-14"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c;

    public override DateTimeOffset RefreshFamilyBegan(DateTimeOffset signedInAt, DateTimeOffset now) => now;
}
