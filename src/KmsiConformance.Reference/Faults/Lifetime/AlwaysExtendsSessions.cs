using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Absolute sessions that are not kept are extended by use, as if they were rolling.</summary>
internal sealed class AlwaysExtendsSessions : Conduct, IFault
{
    public static string Does => "Absolute sessions that are not kept are extended by use, as if they were rolling.";

    public static IReadOnlyList<string> Violates => ["R-020", "R-025", "R-026"];

    public override bool UseExtends(SessionSettings settings, bool kept) => !kept || base.UseExtends(settings, kept);
}
