using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class OffersBoxUnasked : SignInRules, IFault
{
    public static string Does => "The page shows the box although the policy does not ask for it.";

    public static IReadOnlyList<string> Violates => ["R-034", "R-037", "R-038"];

    public static bool ActsOnSites => true;

    internal override bool OffersBox(LoginPolicy policy) => true;
}
