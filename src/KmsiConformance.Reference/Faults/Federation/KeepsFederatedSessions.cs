using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>A federated account gets a kept session wherever the box is offered.</summary>
internal sealed class KeepsFederatedSessions : Conduct, IFault
{
    public static string Does => "A federated account gets a kept session wherever the box is offered.";

    public static IReadOnlyList<string> Violates => ["R-032"];

    public override bool KeepsFederated(SessionSettings settings, bool offered, bool ticked) => offered && settings.KeepAlive > TimeSpan.Zero;
}
