using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class SharesCookieWithSubdomains : SessionCookieRules, IFault
{
    public static string Does => "The session cookie is not host-only: every host below the login host gets it too.";

    public static IReadOnlyList<string> Violates => ["R-003", "W-14", "G-18"];

    public static bool ActsOnSites => true;

    public override CookieAttributes SessionCookie => base.SessionCookie with { Domain = "login.localhost" };
}
