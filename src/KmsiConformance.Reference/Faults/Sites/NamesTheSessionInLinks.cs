using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class NamesTheSessionInLinks : SiteRules, IFault
{
    public static string Does =>
        "Links of a page carry the session with them, as for browsers without cookies.";

    public static IReadOnlyList<string> Violates => ["W-19"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool PutsTheSessionIntoLinks => true;
}
