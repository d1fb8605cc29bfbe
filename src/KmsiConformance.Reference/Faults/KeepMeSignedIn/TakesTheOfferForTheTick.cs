using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.KeepMeSignedIn;

internal class TakesTheOfferForTheTick : TokenRules, IFault
{
    public static string Does => "Tokens say that the box was ticked wherever the page has one.";

    public static IReadOnlyList<string> Violates => ["R-144"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool BoxOfPage(bool offered, bool ticked) => offered;
}
