using KmsiConformance.Policies;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Faults.Sites;

internal class MatchesItsHostByTheBeginning : SiteRules, IFault
{
    public static string Does =>
        "A host that begins like the site's own is taken for it: site.stranger.example is not.";

    public static IReadOnlyList<string> Violates => ["W-08"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => false;

    public override string? ReturnTo(string? asked, string origin) =>
        Uri.TryCreate(asked, UriKind.Absolute, out var address)
        && address.Host.StartsWith(new Uri(origin).Host, StringComparison.OrdinalIgnoreCase)
            ? asked
            : base.ReturnTo(asked, origin);
}
