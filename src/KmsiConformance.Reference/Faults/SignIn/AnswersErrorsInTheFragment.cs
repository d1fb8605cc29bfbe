using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class AnswersErrorsInTheFragment : AuthorizeRules, IFault
{
    public static string Does => "Errors come back in the fragment, whatever response_mode was asked for.";

    public static IReadOnlyList<string> Violates => ["N-48"];

    internal override ResponseMode ErrorMode(ResponseMode asked) => ResponseMode.Fragment;
}
