using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SessionManagement;

internal class KeepsTheBrowserStateAtSignIn : SessionCookieRules, IFault
{
    public static string Does => "The browser state of Session Management stays the same when somebody else signs in: no app notices.";

    public static IReadOnlyList<string> Violates => ["N-22"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool BrowserStateChanges(bool atSignOut) => atSignOut;
}
