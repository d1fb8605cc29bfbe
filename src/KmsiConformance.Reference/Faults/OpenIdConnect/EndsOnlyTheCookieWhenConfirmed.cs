using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class EndsOnlyTheCookieWhenConfirmed : SignOutRules, IFault
{
    public static string Does => "A sign-out that the user was asked about deletes the cookie, and copies of it go on.";

    public static IReadOnlyList<string> Violates => ["D-08", "N-34"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool EndsOnTheServer(bool confirmed) => !confirmed;
}
