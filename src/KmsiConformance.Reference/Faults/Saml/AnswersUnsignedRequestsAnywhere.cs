using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Saml;

internal class AnswersUnsignedRequestsAnywhere : AuthorizeRules, IFault
{
    public static string Does =>
        "Unsigned SAML requests are taken, which the metadata says, and their assertions go wherever they "
        + "want them.";

    public static IReadOnlyList<string> Violates => ["N-113"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.Saml;

    public override bool WantsSignedRequests => false;

    public override bool IsConsumer(string registered, string wanted) => true;
}
