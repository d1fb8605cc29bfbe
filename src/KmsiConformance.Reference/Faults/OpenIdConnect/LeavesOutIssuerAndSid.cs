using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class LeavesOutIssuerAndSid : NotificationRules, IFault
{
    public static string Does => "Applications are told of a sign-out without being told of which session.";

    public static IReadOnlyList<string> Violates => ["N-51"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool SendsIssuerAndSid => false;
}
