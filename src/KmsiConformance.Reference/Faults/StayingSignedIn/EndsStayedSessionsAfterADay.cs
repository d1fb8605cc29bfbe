using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The service forgets a session that was to stay after a day, whatever the cookie says.</summary>
internal sealed class EndsStayedSessionsAfterADay : Conduct, IFault
{
    public static string Does => "The service forgets a session that was to stay after a day, whatever the cookie says.";

    public static IReadOnlyList<string> Violates => ["R-121", "R-127"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.AzureAdJune2020];

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) => settings.Session;
}
