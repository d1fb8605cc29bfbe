using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class RenewsCookieUnderAnotherPath : SessionCookieRules, IFault
{
    public static string Does =>
        "A renewed session cookie has the path of the policy, and so stands beside the one that it was to replace.";

    public static IReadOnlyList<string> Violates => ["N-88"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override CookieAttributes SessionCookieUnder(string policyPath, CookieUse use) =>
        use == CookieUse.Renewed ? SessionCookie with { Path = policyPath } : SessionCookie;
}
