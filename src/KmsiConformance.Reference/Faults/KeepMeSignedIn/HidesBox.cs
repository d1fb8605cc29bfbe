using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class HidesBox : SignInRules, IFault
{
    public static string Does => "The page never shows the box.";

    public static IReadOnlyList<string> Violates => ["R-030", "R-034", "R-035", "R-037", "D-01"];

    /// <summary>Azure AD has no box: it asks on a page of its own.</summary>
    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.AzureAd;

    public static bool ActsOnSites => true;

    internal override bool OffersBox(LoginPolicy policy) => false;
}
