using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class ForgetsTheTab : SiteRules, IFault
{
    public static string Does =>
        "Two slashes at the beginning are refused, and two with a tab between them are not, which browsers leave out.";

    public static IReadOnlyList<string> Violates => ["W-08"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string? ReturnTo(string? asked, string origin) =>
        asked is ['/', not ('/' or '\\'), ..] ? asked : base.ReturnTo(asked, origin);
}
