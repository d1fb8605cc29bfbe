using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.StaySignedIn;

internal class EndsStayedSessionsAfterADay : SessionRules, IFault
{
    public static string Does => "The service forgets a session that was to stay after a day, whatever the cookie says.";

    public static IReadOnlyList<string> Violates => ["R-121", "R-127"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override TimeSpan ServerLifetime(SessionSettings settings, bool kept) => settings.Session;
}
