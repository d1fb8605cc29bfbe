using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class IgnoresIdTokenHint : AuthorizeRules, IFault
{
    public static string Does => "An application that expects one user gets tokens of whoever is signed in.";

    public static IReadOnlyList<string> Violates => ["N-08"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool HeedsIdTokenHint => false;
}
