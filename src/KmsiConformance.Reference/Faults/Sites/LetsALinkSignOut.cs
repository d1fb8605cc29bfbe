using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class LetsALinkSignOut : SiteRules, IFault
{
    public static string Does =>
        "A link signs out, and any page can have it followed.";

    public static IReadOnlyList<string> Violates => ["W-18"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool SignsOutByLink => true;
}
