using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class FindsItsHostAnywhere : SiteRules, IFault
{
    public static string Does =>
        "An address that contains the name of the site somewhere is followed.";

    public static IReadOnlyList<string> Violates => ["W-08"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string? ReturnTo(string? asked, string origin) =>
        asked?.Contains(new Uri(origin).Host, StringComparison.OrdinalIgnoreCase) == true ? asked : base.ReturnTo(asked, origin);
}
