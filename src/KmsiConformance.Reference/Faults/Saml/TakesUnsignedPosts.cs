using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Saml;

internal class TakesUnsignedPosts : AuthorizeRules, IFault
{
    public static string Does =>
        "A posted SAML request is verified where it is signed, and taken where it is not, although the "
        + "metadata demands signatures.";

    public static IReadOnlyList<string> Violates => ["N-115"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.Saml;

    public override bool OverlooksMissingSignatures(bool isPosted) => isPosted;
}
