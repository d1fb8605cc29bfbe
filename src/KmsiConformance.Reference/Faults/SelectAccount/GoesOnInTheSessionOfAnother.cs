using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SelectAccount;

internal class GoesOnInTheSessionOfAnother : AuthorizeRules, IFault
{
    public static string Does =>
        "Whoever chooses another account and signs in to it goes on in the session of whoever was signed in: their sid, their cookie.";

    public static IReadOnlyList<string> Violates => ["N-15", "N-42"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool AnotherAccountSharesTheSession => true;
}
