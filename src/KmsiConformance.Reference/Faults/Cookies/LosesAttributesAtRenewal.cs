using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class LosesAttributesAtRenewal : SessionCookieRules, IFault
{
    public static string Does => "The session cookie is HttpOnly when a session begins, and is not when it is renewed.";

    public static IReadOnlyList<string> Violates => ["N-84", "W-06"];

    public static bool ActsOnSites => true;

    public override CookieAttributes SessionCookieUnder(string policyPath, CookieUse use) =>
        base.SessionCookieUnder(policyPath, use) with { HttpOnly = use != CookieUse.Renewed };
}
