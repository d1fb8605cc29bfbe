using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class MatchesItsOriginByTheBeginning : SiteRules, IFault
{
    public static string Does =>
        "Whatever begins like the site is taken for a page of it: https://site@stranger.example is not.";

    public static IReadOnlyList<string> Violates => ["W-08"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string? ReturnTo(string? asked, string origin) =>
        asked?.StartsWith(origin, StringComparison.Ordinal) == true ? asked : base.ReturnTo(asked, origin);
}
