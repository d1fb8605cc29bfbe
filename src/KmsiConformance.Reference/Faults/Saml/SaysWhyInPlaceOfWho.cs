using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Saml;

internal class SaysWhyInPlaceOfWho : AuthorizeRules, IFault
{
    public static string Does =>
        "A SAML refusal has its reason for the topmost status, where only Requester, Responder and "
        + "VersionMismatch may stand.";

    public static IReadOnlyList<string> Violates => ["N-111"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.Saml;

    public override bool NestsStatus => false;
}
