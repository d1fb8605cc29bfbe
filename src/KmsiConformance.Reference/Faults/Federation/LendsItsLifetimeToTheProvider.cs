using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class LendsItsLifetimeToTheProvider : FederationRules, IFault
{
    public static string Does =>
        "The identity provider is asked to keep its own session as long as KeepAliveInDays, or SessionExpiryInSeconds.";

    public static IReadOnlyList<string> Violates => ["R-013"];

    public override TimeSpan? SessionWantedAtProvider(SessionSettings settings) => settings.KeepAlive ?? settings.Session;
}
