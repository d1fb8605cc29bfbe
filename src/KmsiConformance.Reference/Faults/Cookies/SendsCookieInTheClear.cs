using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class SendsCookieInTheClear : SessionCookieRules, IFault
{
    public static string Does => "The session cookie is not Secure, and so cannot be SameSite=None.";

    public static IReadOnlyList<string> Violates => ["N-83", "W-05"];

    public static bool ActsOnSites => true;

    public override CookieAttributes SessionCookie => base.SessionCookie with { Secure = false, SameSite = "Lax" };
}
