using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class GuessesSignOutAddresses : FederationRules, IFault
{
    public static string Does => "An identity provider that names no sign-out is called at the address that such things often have.";

    public static IReadOnlyList<string> Violates => ["R-090", "R-091"];

    public override string? SignOutAddressWithout(FederatedChoice provider) =>
        (provider["METADATA"] ?? provider["authorization_endpoint"]) is { } known ? new Uri(new Uri(known), "/end-session").AbsoluteUri
            : null;
}
