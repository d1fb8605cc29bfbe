using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Scope;

internal class SharesSessionsAcrossApplications : SessionRules, IFault
{
    public static string Does => "Scope Application is treated as Tenant: one application's session serves all.";

    public static IReadOnlyList<string> Violates => ["R-063", "R-064"];

    public override SessionKey? KeyFor(SessionSettings settings, string clientId, string policyId) =>
        settings.Scope == SsoScope.Application ? SessionKey.Tenant : base.KeyFor(settings, clientId, policyId);
}
