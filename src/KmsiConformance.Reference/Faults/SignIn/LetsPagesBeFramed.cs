using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.SignIn;

internal class LetsPagesBeFramed : SignInRules, IFault
{
    public static string Does => "Any site may show the pages in a frame of its own.";

    public static IReadOnlyList<string> Violates => ["N-43", "W-15"];

    public static bool ActsOnSites => true;

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.B2c or LoginProduct.OpenIdConnect or LoginProduct.AzureAd;

    public override bool RefusesFraming => false;
}
