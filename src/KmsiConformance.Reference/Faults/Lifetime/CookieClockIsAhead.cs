using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The clock that dates the cookie is two hours ahead of the one that judges the session.</summary>
internal sealed class CookieClockIsAhead : Conduct, IFault
{
    public static string Does => "The clock that dates the cookie is two hours ahead of the one that judges the session.";

    public static IReadOnlyList<string> Violates => ["R-042"];

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => base.CookieLifetime(settings, kept) + TimeSpan.FromHours(2);
}
