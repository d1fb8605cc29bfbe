using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SingleSignOut;

internal class GarblesQueryOfLogoutUrl : NotificationRules, IFault
{
    public static string Does => "iss and sid are put behind a second question mark where a LogoutUrl has a query of its own.";

    public static IReadOnlyList<string> Violates => ["N-47"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool KeepsQueries => false;
}
