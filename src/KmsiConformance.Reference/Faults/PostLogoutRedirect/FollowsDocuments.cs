using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.PostLogoutRedirect;

internal class FollowsDocuments : PostLogoutRedirectRules, IFault
{
    public static string Does => "Documents in a data address are followed.";

    public static IReadOnlyList<string> Violates => ["R-110"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c && readings.TellsApps;

    public override bool Follows(string postLogoutRedirectUri) =>
        postLogoutRedirectUri.StartsWith("data:", StringComparison.Ordinal) || base.Follows(postLogoutRedirectUri);
}
