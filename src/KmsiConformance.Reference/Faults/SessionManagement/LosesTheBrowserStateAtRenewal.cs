using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SessionManagement;

internal class LosesTheBrowserStateAtRenewal : SessionCookieRules, IFault
{
    public static string Does => "Once a kept session was renewed, its browser state ends with the browser: apps hear of a change.";

    public static IReadOnlyList<string> Violates => ["N-24"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override TimeSpan? BrowserStateLifetime(TimeSpan? ofSession, bool renewed) => renewed ? null : ofSession;
}
