using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Federation;

internal class KeepsFederatedSessions : SessionRules, IFault
{
    public static string Does => "A federated account gets a kept session wherever the box is offered.";

    public static IReadOnlyList<string> Violates => ["R-032"];

    public override bool KeepsFederated(SessionSettings settings, bool offered, bool ticked) =>
        offered && settings.KeepAlive is not null;
}
