using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Saml;

internal class BelievesPostedSignatures : AuthorizeRules, IFault
{
    public static string Does => "A posted SAML request needs a signature, and nobody looks whether it is good.";

    public static IReadOnlyList<string> Violates => ["N-114", "N-115"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.Saml;

    public override bool VerifiesRequests(bool isPosted) => !isPosted;
}
