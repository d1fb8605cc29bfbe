using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class IgnoresPromptLogin : AuthorizeRules, IFault
{
    public static string Does => "A request that demands credentials is answered out of the session.";

    public static IReadOnlyList<string> Violates => ["N-04", "N-91"];

    public override bool DemandsCredentials(IReadOnlyCollection<string> prompt) => false;
}
