using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class LetsTheProviderStopTheSignOut : FederationRules, IFault
{
    public static string Does => "When the identity provider does not answer a sign-out well, the user is shown an error and goes nowhere.";

    public static IReadOnlyList<string> Violates => ["R-094"];

    public override bool SignOutNeedsTheProvider => true;
}
