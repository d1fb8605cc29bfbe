using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>The cookie lasts twice KeepAliveInDays, the session behind it does not.</summary>
internal sealed class CookieOutlivesKeptSession : Conduct, IFault
{
    public static string Does => "The cookie lasts twice KeepAliveInDays, the session behind it does not.";

    public static IReadOnlyList<string> Violates => ["R-042"];

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => base.CookieLifetime(settings, kept) * 2;
}
