using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Sessions that are not kept end two minutes early.</summary>
internal sealed class ExpiresSessionsEarly : Conduct, IFault
{
    public static string Does => "Sessions that are not kept end two minutes early.";

    public static IReadOnlyList<string> Violates => ["R-020", "R-023"];

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        base.ServerLifetime(settings, kept) - (kept ? TimeSpan.Zero : TimeSpan.FromMinutes(2));
}
