using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class DropsState : AuthorizeRules, IFault
{
    public static string Does => "Answers to applications come without the state that they sent.";

    public static IReadOnlyList<string> Violates => ["N-10", "R-004"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override string? StateToReturn(string? state) => null;
}
