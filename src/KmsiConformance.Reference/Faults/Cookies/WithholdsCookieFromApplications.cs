using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class WithholdsCookieFromApplications : SessionCookieRules, IFault
{
    public static string Does => "The session cookie is SameSite=Strict: browsers withhold it when an application sends people to sign in.";

    public static IReadOnlyList<string> Violates => ["R-004", "R-007"];

    public override CookieAttributes SessionCookie => base.SessionCookie with { SameSite = "Strict" };
}
