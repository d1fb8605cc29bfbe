using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class ReadsPostsFromTheirAddress : TokenEndpointRules, IFault
{
    public static string Does => "A token request by POST is read from its address.";

    public static IReadOnlyList<string> Violates => ["N-100"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool ReadsBodiesAlone(bool isPost) => !isPost;
}
