using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Cookies;

internal class SetsCookieForAnotherDomain : SessionCookieRules, IFault
{
    public static string Does => "The session cookie names a domain that is not the service's; no browser takes it.";

    public static IReadOnlyList<string> Violates => ["R-002"];

    public static bool ActsOnSites => true;

    public override CookieAttributes SessionCookie => base.SessionCookie with { Domain = "b2clogin.example" };
}
