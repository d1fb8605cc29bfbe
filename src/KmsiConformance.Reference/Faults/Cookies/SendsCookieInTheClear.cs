namespace KmsiConformance.Reference;

/// <summary>The session cookie is not Secure, and so cannot be SameSite=None.</summary>
internal sealed class SendsCookieInTheClear : Conduct, IFault
{
    public static string Does => "The session cookie is not Secure, and so cannot be SameSite=None.";

    public static IReadOnlyList<string> Violates => ["N-83"];

    public override CookieAttributes SessionCookie => base.SessionCookie with { Secure = false, SameSite = "Lax" };
}
