using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class NeverExtendsSessions : SessionRules, IFault
{
    public static string Does => "Rolling sessions that are not kept end one period after sign-in, as if they were absolute.";

    public static IReadOnlyList<string> Violates => ["R-022", "R-023", "R-026", "D-06", "G-10"];

    public static bool ActsOnSites => true;

    public override bool UseExtends(SessionSettings settings, bool kept) => kept && base.UseExtends(settings, kept);
}
