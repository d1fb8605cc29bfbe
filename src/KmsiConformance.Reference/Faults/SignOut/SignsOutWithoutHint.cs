using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignOut;

internal class SignsOutWithoutHint : SignOutHintRules, IFault
{
    public static string Does => "Sign-out goes on without an id_token_hint although the policy demands one.";

    public static IReadOnlyList<string> Violates => ["R-113", "R-114"];

    public override bool RequiresHint(SessionSettings settings, bool posted) => false;
}
