using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Scope;

internal class SharesSessionsAcrossPolicies : SessionRules, IFault
{
    public static string Does => "Scope Policy is treated as Tenant: one policy's session serves all.";

    public static IReadOnlyList<string> Violates => ["R-065"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override SessionKey? KeyFor(SessionSettings settings, string clientId, string policyId) =>
        settings.Scope == SsoScope.Policy ? SessionKey.Tenant : base.KeyFor(settings, clientId, policyId);
}
