using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class RequiresHintsOfLinksOnly : SignOutHintRules, IFault
{
    public static string Does => "A sign-out by POST needs no id_token_hint, whatever the policy says.";

    public static IReadOnlyList<string> Violates => ["R-113", "R-114"];

    public override bool RequiresHint(SessionSettings settings, bool posted) => !posted && base.RequiresHint(settings, posted);
}
