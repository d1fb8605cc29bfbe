using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class LetsAppsOutliveTheSessionUnasked : TokenEndpointRules, IFault
{
    public static string Does =>
        "An application that did not ask for offline access has a refresh token all the same, and a sign-out leaves it.";

    public static IReadOnlyList<string> Violates => ["N-63"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.OpenIdConnect;

    public override bool GivesRefreshToken(bool asked) => true;
}
