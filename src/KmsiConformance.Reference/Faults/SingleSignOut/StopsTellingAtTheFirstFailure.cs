using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class StopsTellingAtTheFirstFailure : NotificationRules, IFault
{
    public static string Does => "Servers are told of a sign-out one after the other, and once one of them fails the rest hear nothing.";

    public static IReadOnlyList<string> Violates => ["N-60"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool TellsTheRestAfterAFailure => false;
}
