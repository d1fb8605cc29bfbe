using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class TakesTheAnswerOfAnotherSession : SignOutRules, IFault
{
    public static string Does => "The yes to a sign-out ends the session of whichever browser sends it, whoever was asked.";

    public static IReadOnlyList<string> Violates => ["N-66"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool BindsTheAnswerToTheSession => false;
}
