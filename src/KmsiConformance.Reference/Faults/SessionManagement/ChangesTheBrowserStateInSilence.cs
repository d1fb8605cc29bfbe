using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SessionManagement;

internal class ChangesTheBrowserStateInSilence : SessionCookieRules, IFault
{
    public static string Does => "A silent sign-in that renews the session gives the browser another state: apps hear of a change.";

    public static IReadOnlyList<string> Violates => ["N-22"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool SilenceLeavesTheBrowserState => false;
}
