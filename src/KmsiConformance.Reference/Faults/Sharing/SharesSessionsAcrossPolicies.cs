using KmsiConformance.Policies;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

/// <summary>Scope Policy is treated as Tenant: one policy's session serves all.</summary>
internal sealed class SharesSessionsAcrossPolicies : Conduct, IFault
{
    public static string Does => "Scope Policy is treated as Tenant: one policy's session serves all.";

    public static IReadOnlyList<string> Violates => ["R-065"];

    public override SessionKey? KeyFor(SessionSettings settings, string clientId, string policyId) =>
        settings.Scope == SsoScope.Policy ? SessionKey.Tenant : base.KeyFor(settings, clientId, policyId);
}
