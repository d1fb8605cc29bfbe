using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Scope;

internal class SeparatesApplicationsOfATenant : SessionRules, IFault
{
    public static string Does => "Scope Tenant is treated as Application: every application asks for credentials once more.";

    public static IReadOnlyList<string> Violates => ["R-007", "R-061", "R-062"];

    public static bool ActsUnder(Readings readings) => readings.Product is LoginProduct.B2c or LoginProduct.Saml;

    public override SessionKey? KeyFor(SessionSettings settings, string clientId, string policyId) =>
        settings.Scope == SsoScope.Tenant ? new SessionKey(ClientId: clientId) : base.KeyFor(settings, clientId, policyId);
}
