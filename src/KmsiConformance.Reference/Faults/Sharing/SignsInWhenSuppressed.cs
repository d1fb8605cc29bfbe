using KmsiConformance.Policies;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>A policy that suppresses sessions shares the tenant's session all the same.</summary>
internal sealed class SignsInWhenSuppressed : Conduct, IFault
{
    public static string Does => "A policy that suppresses sessions shares the tenant's session all the same.";

    public static IReadOnlyList<string> Violates => ["R-067", "R-068"];

    public override SessionKey? KeyFor(SessionSettings settings, string clientId, string policyId) =>
        base.KeyFor(settings, clientId, policyId) ?? SessionKey.Tenant;
}
