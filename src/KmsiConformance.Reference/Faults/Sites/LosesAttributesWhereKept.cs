using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class LosesAttributesWhereKept : SessionCookieRules, IFault
{
    public static string Does =>
        "Where the box is ticked the cookie is written by other code, which forgets HttpOnly and lets other sites send it.";

    public static IReadOnlyList<string> Violates => ["W-06", "W-07", "G-19", "G-23"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override CookieAttributes SessionCookieUnder(string policyPath, CookieUse use) => use == CookieUse.BegunKept
        ? base.SessionCookieUnder(policyPath, use) with { HttpOnly = false, SameSite = "None" }
        : base.SessionCookieUnder(policyPath, use);
}
