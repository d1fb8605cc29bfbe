using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Lifetime;

internal class ExtendsByPagesAlone : SessionRules, IFault
{
    public static string Does =>
        "A silent sign-in that may not ask (prompt=none) does not extend a rolling session.";

    public static IReadOnlyList<string> Violates => ["R-023", "R-046", "D-06"];

    public override bool SilentRequestsExtend => false;
}
