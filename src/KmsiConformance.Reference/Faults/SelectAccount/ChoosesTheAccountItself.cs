using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SelectAccount;

internal class ChoosesTheAccountItself : AuthorizeRules, IFault
{
    public static string Does => "With prompt=select_account whoever is signed in goes on, and nobody is asked which account it is to be.";

    public static IReadOnlyList<string> Violates => ["R-143"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.AzureAd;

    public override bool DemandsCredentials(IReadOnlyCollection<string> prompt) => prompt.Contains("login", StringComparer.Ordinal);
}
