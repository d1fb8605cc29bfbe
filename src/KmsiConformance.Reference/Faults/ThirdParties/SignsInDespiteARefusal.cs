using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Services;

namespace KmsiConformance.Reference.Faults.ThirdParties;

internal class SignsInDespiteARefusal : ServiceRules, IFault
{
    public static string Does =>
        "A service of the policy that refuses, or does not answer, keeps nobody from signing in.";

    public static IReadOnlyList<string> Violates => ["R-006"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool FailureStopsSignIn => false;
}
