using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class LimitsCookieToOnePolicy : SessionCookieRules, IFault
{
    public static string Does => "The session cookie has the path of the policy that set it.";

    public static IReadOnlyList<string> Violates => ["R-062"];

    public static bool ActsUnder(Readings readings) => readings.Takes("C-05", "metadata");

    public override CookieAttributes SessionCookieUnder(string policyPath, CookieUse use) => SessionCookie with { Path = policyPath };
}
