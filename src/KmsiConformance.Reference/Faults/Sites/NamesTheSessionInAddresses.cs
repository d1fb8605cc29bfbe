using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class NamesTheSessionInAddresses : SiteRules, IFault
{
    public static string Does =>
        "The address to which a sign-in leads names the session.";

    public static IReadOnlyList<string> Violates => ["W-19"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool PutsTheSessionIntoAddresses => true;
}
