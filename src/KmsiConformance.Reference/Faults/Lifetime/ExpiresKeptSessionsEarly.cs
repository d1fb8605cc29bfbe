using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Kept sessions end two minutes early; their cookies do not.</summary>
internal sealed class ExpiresKeptSessionsEarly : Conduct, IFault
{
    public static string Does => "Kept sessions end two minutes early; their cookies do not.";

    public static IReadOnlyList<string> Violates => ["R-041", "R-046"];

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) =>
        base.ServerLifetime(settings, kept) - (kept ? TimeSpan.FromMinutes(2) : TimeSpan.Zero);
}
