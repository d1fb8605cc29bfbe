using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SessionManagement;

internal class LosesTheBrowserStateAtRenewal : SessionCookieRules, IFault
{
    public static string Does => "A kept session that is renewed leaves its browser state to end with the browser: apps hear of a change after a restart.";

    public static IReadOnlyList<string> Violates => ["N-24"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override TimeSpan? BrowserStateLifetime(TimeSpan? ofSession, bool renewed) => renewed ? null : ofSession;
}
