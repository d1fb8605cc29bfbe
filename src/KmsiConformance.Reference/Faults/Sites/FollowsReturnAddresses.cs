using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class FollowsReturnAddresses : SiteRules, IFault
{
    public static string Does =>
        "After the sign-in the browser is sent wherever the address of the sign-in page says.";

    public static IReadOnlyList<string> Violates => ["W-08"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string? ReturnTo(string? asked, string origin) => asked ?? base.ReturnTo(asked, origin);
}
