using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class DeletesTheFirstPartOnly : SiteRules, IFault
{
    public static string Does =>
        "Where the session comes in several cookies, a sign-out deletes the first.";

    public static IReadOnlyList<string> Violates => ["W-21"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override bool SignOutDeletesEveryPart => false;
}
