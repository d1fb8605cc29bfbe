using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class DeletesCookieInsecurely : SessionCookieRules, IFault
{
    public static string Does => "A sign-out deletes the session cookie as SameSite=None without Secure, which browsers refuse.";

    public static IReadOnlyList<string> Violates => ["R-087"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override CookieAttributes SessionCookieUnder(string policyPath, CookieUse use) =>
        base.SessionCookieUnder(policyPath, use) with { Secure = use != CookieUse.Deleted };
}
