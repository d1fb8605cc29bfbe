using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class NeverExtendsKeptSessions : SessionRules, IFault
{
    public static string Does => "Rolling kept sessions end after KeepAliveInDays, as if they were absolute.";

    public static IReadOnlyList<string> Violates => ["R-026", "R-046", "D-06"];

    public static bool ActsOnSites => true;

    public override bool UseExtends(SessionSettings settings, bool kept) => !kept && base.UseExtends(settings, kept);
}
