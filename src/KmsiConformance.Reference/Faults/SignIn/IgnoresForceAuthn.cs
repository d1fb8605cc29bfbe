using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class IgnoresForceAuthn : AuthorizeRules, IFault
{
    public static string Does => "A SAML request for a new sign-in is answered by the session.";

    public static IReadOnlyList<string> Violates => ["N-91", "R-018"];

    public override bool HeedsForceAuthn(bool isPosted) => false;
}
