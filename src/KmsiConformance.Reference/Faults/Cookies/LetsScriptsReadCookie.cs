using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class LetsScriptsReadCookie : SessionCookieRules, IFault
{
    public static string Does => "The session cookie is not HttpOnly.";

    public static IReadOnlyList<string> Violates => ["N-84", "W-06", "G-19"];

    public static bool ActsOnSites => true;

    public override CookieAttributes SessionCookie => base.SessionCookie with { HttpOnly = false };
}
