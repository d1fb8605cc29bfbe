using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class StaysSignedInAfterAFailure : NotificationRules, IFault
{
    public static string Does => "A sign-out gives up where a server could not be told: an error page comes, and the session lives on.";

    public static IReadOnlyList<string> Violates => ["N-60"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool SignsOutAfterAFailure => false;
}
