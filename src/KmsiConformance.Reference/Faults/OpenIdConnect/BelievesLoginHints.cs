using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.OpenIdConnect;

internal class BelievesLoginHints : AuthorizeRules, IFault
{
    public static string Does => "A login_hint signs in the user whom it names.";

    public static IReadOnlyList<string> Violates => ["R-005"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.OpenIdConnect;

    public override bool LoginHintSignsIn => true;
}
