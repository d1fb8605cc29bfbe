using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class RenewsCookieInTheClear : SessionCookieRules, IFault
{
    public static string Does =>
        "The session cookie is Secure when a session begins, and neither Secure nor SameSite=None when it is renewed.";

    public static IReadOnlyList<string> Violates => ["N-83", "D-06"];

    public static bool ActsOnSites => true;

    public override CookieAttributes SessionCookieUnder(string policyPath, CookieUse use) => use == CookieUse.Renewed
        ? base.SessionCookieUnder(policyPath, use) with { Secure = false, SameSite = "Lax" }
        : base.SessionCookieUnder(policyPath, use);
}
