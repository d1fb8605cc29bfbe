using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class TakesPromptForOneWord : AuthorizeRules, IFault
{
    public static string Does => "A prompt of several words is none of them: the parameter is compared as a whole.";

    public static IReadOnlyList<string> Violates => ["N-04"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool DemandsCredentials(IReadOnlyCollection<string> prompt) => prompt.Count == 1 && base.DemandsCredentials(prompt);
}
