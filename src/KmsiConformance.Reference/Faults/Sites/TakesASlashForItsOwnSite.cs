using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class TakesASlashForItsOwnSite : SiteRules, IFault
{
    public static string Does =>
        "Whatever begins with a slash is taken for a page of the site, and //stranger.example is not.";

    public static IReadOnlyList<string> Violates => ["W-08"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string? ReturnTo(string? asked, string origin) =>
        asked?.StartsWith('/') == true ? asked : base.ReturnTo(asked, origin);
}
