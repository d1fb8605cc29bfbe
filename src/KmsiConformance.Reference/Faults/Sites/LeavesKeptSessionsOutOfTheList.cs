using KmsiConformance.Policies;
using KmsiConformance.Reference.Web;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class LeavesKeptSessionsOutOfTheList : SiteRules, IFault
{
    public static string Does =>
        "The list of somebody's sessions leaves out those of a ticked box.";

    public static IReadOnlyList<string> Violates => ["W-26"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool Lists(ListedSession session) => !session.Kept || session.IsOwn;
}
