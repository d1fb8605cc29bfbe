using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SessionManagement;

internal class KeepsTheBrowserStateAtSignOut : SessionCookieRules, IFault
{
    public static string Does => "The browser state of Session Management stays the same after a sign-out: no app notices.";

    public static IReadOnlyList<string> Violates => ["N-22"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool BrowserStateChanges(bool atSignOut) => !atSignOut;
}
