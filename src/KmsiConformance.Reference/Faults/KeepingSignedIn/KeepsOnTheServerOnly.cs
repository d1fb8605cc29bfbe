using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>A ticked box extends the session on the server, but the cookie still ends with the browser.</summary>
internal sealed class KeepsOnTheServerOnly : Conduct, IFault
{
    public static string Does => "A ticked box extends the session on the server, but the cookie still ends with the browser.";

    public static IReadOnlyList<string> Violates => ["R-042", "R-043", "R-054"];

    public override TimeSpan? CookieLifetime(SessionSettings settings, bool kept) => null;
}
