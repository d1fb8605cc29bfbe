using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Federation;

internal class NamesTheProvidersFirstSession : SessionRules, IFault
{
    public static string Does =>
        "A provider that vouched anew is told at the sign-out of the session that it had first.";

    public static IReadOnlyList<string> Violates => ["R-089", "R-092"];

    public override SessionAtProvider? AtProvider(SessionAtProvider? before, SessionAtProvider? now) => before ?? now;
}
