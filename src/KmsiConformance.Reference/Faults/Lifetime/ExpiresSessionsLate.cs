using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Sessions that are not kept end two minutes late.</summary>
internal sealed class ExpiresSessionsLate : Conduct, IFault
{
    public static string Does => "Sessions that are not kept end two minutes late.";

    public static IReadOnlyList<string> Violates => ["R-020", "R-024", "R-025"];

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        base.ServerLifetime(settings, kept) + (kept ? TimeSpan.Zero : TimeSpan.FromMinutes(2));
}
