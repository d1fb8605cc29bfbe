using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class TakesPagesFromAnyBrowser : SignInRules, IFault
{
    public static string Does =>
        "What a sign-in page sends is looked up by the numbers in it alone: any browser may send it, also one that never saw the page.";

    public static IReadOnlyList<string> Violates => ["N-98", "W-16", "G-25"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) => readings.Product is not LoginProduct.Saml;

    public override bool BindsPagesToTheBrowser => false;
}
