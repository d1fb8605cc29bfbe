using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class StoresTheSessionInTheBrowser : SiteRules, IFault
{
    public static string Does =>
        "A script of the site puts the session into the browser's storage.";

    public static IReadOnlyList<string> Violates => ["W-20", "G-24"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool PutsTheSessionIntoStorage => true;
}
