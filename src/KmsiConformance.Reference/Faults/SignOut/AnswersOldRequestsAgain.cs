using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class AnswersOldRequestsAgain : AuthorizeRules, IFault
{
    public static string Does =>
        "A sign-in that was answered stays under way: whoever comes back to its address gets another answer, even after the sign-out.";

    public static IReadOnlyList<string> Violates => ["D-07"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool AnswersAgain => true;
}
