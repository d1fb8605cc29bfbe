using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The identity provider is asked to keep its own session as long as KeepAliveInDays, or SessionExpiryInSeconds.</summary>
internal sealed class LendsItsLifetimeToTheProvider : Conduct, IFault
{
    public static string Does => "The identity provider is asked to keep its own session as long as KeepAliveInDays, or SessionExpiryInSeconds.";

    public static IReadOnlyList<string> Violates => ["R-013"];

    public override TimeSpan? SessionWantedAtProvider(SessionSettings settings) =>
        settings.KeepAlive > TimeSpan.Zero ? settings.KeepAlive : settings.Session;
}
