using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Rolling kept sessions end after KeepAliveInDays, as if they were absolute.</summary>
internal sealed class NeverExtendsKeptSessions : Conduct, IFault
{
    public static string Does => "Rolling kept sessions end after KeepAliveInDays, as if they were absolute.";

    public static IReadOnlyList<string> Violates => ["R-026", "R-046"];

    public override bool UseExtends(SessionSettings settings, bool kept) => !kept && base.UseExtends(settings, kept);
}
