using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Federation;

internal class IgnoresLogoutRequests : SignOutRules, IFault
{
    public static string Does => "A SAML application's LogoutRequest is answered with success, and the session lives on.";

    public static IReadOnlyList<string> Violates => ["R-100", "N-92"];

    public override bool ObeysLogoutRequests => false;
}
