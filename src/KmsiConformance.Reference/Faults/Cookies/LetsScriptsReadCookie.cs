namespace KmsiConformance.Reference;

/// <summary>The session cookie is not HttpOnly.</summary>
internal sealed class LetsScriptsReadCookie : Conduct, IFault
{
    public static string Does => "The session cookie is not HttpOnly.";

    public static IReadOnlyList<string> Violates => ["N-84"];

    public override CookieAttributes SessionCookie => base.SessionCookie with { HttpOnly = false };
}
