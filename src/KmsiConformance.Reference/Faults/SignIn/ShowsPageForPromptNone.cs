using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class ShowsPageForPromptNone : AuthorizeRules, IFault
{
    public static string Does => "A request that forbids pages gets the sign-in page instead of an error.";

    public static IReadOnlyList<string> Violates => ["N-01", "N-90"];

    public override bool ForbidsPages(IReadOnlyCollection<string> prompt) => false;
}
