using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class TicksTheBoxUnasked : SiteRules, IFault
{
    public static string Does =>
        "The box comes ticked, so that whoever overlooks it is kept signed in.";

    public static IReadOnlyList<string> Violates => ["W-17"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool TicksTheBox => true;
}
