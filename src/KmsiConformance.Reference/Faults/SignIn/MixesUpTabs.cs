using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class MixesUpTabs : AuthorizeRules, IFault
{
    public static string Does =>
        "A browser has one sign-in under way: where two pages wait in two tabs, the one that is filled in first answers the last request.";

    public static IReadOnlyList<string> Violates => ["N-19"];

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override bool AnswersTheLastRequest => true;
}
