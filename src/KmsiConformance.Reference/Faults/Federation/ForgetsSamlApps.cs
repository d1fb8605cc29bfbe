using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Federation;

internal class ForgetsSamlApps : NotificationRules, IFault
{
    public static string Does => "A sign-out tells the applications of OpenID Connect and leaves those of SAML alone.";

    public static IReadOnlyList<string> Violates => ["R-109", "N-93"];

    public override bool TellsSamlApps => false;
}
