using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class NeverExtendsStayedSessions : SessionRules, IFault
{
    public static string Does => "Use does not extend a session that was to stay.";

    public static IReadOnlyList<string> Violates => ["R-127"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool UseExtends(SessionSettings settings, bool kept) => !kept && base.UseExtends(settings, kept);
}
