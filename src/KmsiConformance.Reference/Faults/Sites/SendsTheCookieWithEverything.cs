using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class SendsTheCookieWithEverything : SessionCookieRules, IFault
{
    public static string Does =>
        "The session cookie goes along with what other sites begin (SameSite=None).";

    public static IReadOnlyList<string> Violates => ["W-07", "G-23"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override CookieAttributes SessionCookie => base.SessionCookie with { SameSite = "None" };
}
