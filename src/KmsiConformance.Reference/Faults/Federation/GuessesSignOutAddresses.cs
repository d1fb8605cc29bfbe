using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference;

/// <summary>An identity provider that names no sign-out is called at the address that such things often have.</summary>
internal sealed class GuessesSignOutAddresses : Conduct, IFault
{
    public static string Does => "An identity provider that names no sign-out is called at the address that such things often have.";

    public static IReadOnlyList<string> Violates => ["R-090", "R-091"];

    public override string? SignOutAddressWithout(FederatedChoice provider) =>
        (provider["METADATA"] ?? provider["authorization_endpoint"]) is { } known ? new Uri(new Uri(known), "/end-session").AbsoluteUri : null;
}
