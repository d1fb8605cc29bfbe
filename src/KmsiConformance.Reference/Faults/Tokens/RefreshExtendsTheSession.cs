using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class RefreshExtendsTheSession : TokenEndpointRules, IFault
{
    public static string Does => "Using a refresh token extends a rolling session.";

    public static IReadOnlyList<string> Violates => ["R-024", "N-13"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect;

    public override bool RefreshUsesSession => true;
}
