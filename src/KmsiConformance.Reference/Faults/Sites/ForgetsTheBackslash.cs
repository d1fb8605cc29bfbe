using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class ForgetsTheBackslash : SiteRules, IFault
{
    public static string Does =>
        "Two slashes at the beginning are refused, and a slash with a backslash is not, which browsers read alike.";

    public static IReadOnlyList<string> Violates => ["W-08"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string? ReturnTo(string? asked, string origin) =>
        asked is ['/', not '/', ..] ? asked : base.ReturnTo(asked, origin);
}
