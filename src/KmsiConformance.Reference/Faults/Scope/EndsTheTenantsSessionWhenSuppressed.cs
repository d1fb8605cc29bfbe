using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.Scope;

internal class EndsTheTenantsSessionWhenSuppressed : SessionRules, IFault
{
    public static string Does => "Signing in under a policy that suppresses sessions ends the one that the other policies share.";

    public static IReadOnlyList<string> Violates => ["R-067"];

    public override bool SuppressedSignInEndsOthers => true;
}
