using KmsiConformance.Policies;
using KmsiConformance.Reference.Web;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class ListsThisSessionOnly : SiteRules, IFault
{
    public static string Does =>
        "The list of somebody's sessions has the one that looks, and none of other devices.";

    public static IReadOnlyList<string> Violates => ["W-26"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool Lists(ListedSession session) => session.IsOwn;
}
