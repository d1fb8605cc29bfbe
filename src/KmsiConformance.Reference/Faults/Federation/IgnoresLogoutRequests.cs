namespace KmsiConformance.Reference;

/// <summary>A SAML application's LogoutRequest is answered with success, and the session lives on.</summary>
internal sealed class IgnoresLogoutRequests : Conduct, IFault
{
    public static string Does => "A SAML application's LogoutRequest is answered with success, and the session lives on.";

    public static IReadOnlyList<string> Violates => ["R-100"];

    public override bool ObeysLogoutRequests => false;
}
