using KmsiConformance.Policies;

namespace KmsiConformance.Reference;

/// <summary>Sign-out goes on without an id_token_hint although the policy demands one.</summary>
internal sealed class SignsOutWithoutHint : Conduct, IFault
{
    public static string Does => "Sign-out goes on without an id_token_hint although the policy demands one.";

    public static IReadOnlyList<string> Violates => ["R-113", "R-114"];

    public override bool RequiresHint(SessionSettings settings) => false;
}
