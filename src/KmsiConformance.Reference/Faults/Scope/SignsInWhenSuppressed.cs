using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Scope;

internal class SignsInWhenSuppressed : SessionRules, IFault
{
    public static string Does => "A policy that suppresses sessions shares the tenant's session all the same.";

    public static IReadOnlyList<string> Violates => ["R-067", "R-068"];

    public override SessionKey? KeyFor(SessionSettings settings, string clientId, string policyId) =>
        base.KeyFor(settings, clientId, policyId) ?? SessionKey.Tenant;
}
