using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SessionManagement;

internal class ChangesTheBrowserStateInSilence : SessionCookieRules, IFault
{
    public static string Does => "Each silent sign-in in a session that is renewed gives the browser another state: apps hear of changes that there are not.";

    public static IReadOnlyList<string> Violates => ["N-22"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool SilenceLeavesTheBrowserState => false;
}
