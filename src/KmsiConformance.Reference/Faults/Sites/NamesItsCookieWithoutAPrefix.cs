using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class NamesItsCookieWithoutAPrefix : SiteRules, IFault
{
    public static string Does =>
        "The name of the session's cookie has no prefix, so that other hosts of the domain can set one like it.";

    public static IReadOnlyList<string> Violates => ["W-14", "G-22"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string CookieName(CookieAttributes attributes) => "session";
}
