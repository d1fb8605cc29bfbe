using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class IgnoresDomainHint : FederationRules, IFault
{
    public static string Does => "A domain_hint is ignored: the sign-in page is shown instead of the provider's.";

    public static IReadOnlyList<string> Violates => ["R-011", "R-014"];

    public override bool FollowsDomainHint => false;
}
