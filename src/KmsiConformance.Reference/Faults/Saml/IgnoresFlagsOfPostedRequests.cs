using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Saml;

internal class IgnoresFlagsOfPostedRequests : AuthorizeRules, IFault
{
    public static string Does => "ForceAuthn and IsPassive count in SAML requests that come by redirect, and not in posted ones.";

    public static IReadOnlyList<string> Violates => ["N-110", "N-90", "N-91"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.Saml;

    public override bool HeedsForceAuthn(bool isPosted) => !isPosted;

    public override bool HeedsIsPassive(bool isPosted) => !isPosted;
}
