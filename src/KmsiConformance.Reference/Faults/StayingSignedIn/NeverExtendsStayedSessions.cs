using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Use does not extend a session that was to stay.</summary>
internal sealed class NeverExtendsStayedSessions : Conduct, IFault
{
    public static string Does => "Use does not extend a session that was to stay.";

    public static IReadOnlyList<string> Violates => ["R-127"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override bool UseExtends(SessionSettings settings, bool kept) => !kept && base.UseExtends(settings, kept);
}
