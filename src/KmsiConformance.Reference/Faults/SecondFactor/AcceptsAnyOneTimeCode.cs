using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.SecondFactor;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class AcceptsAnyOneTimeCode : SecondFactorRules, IFault
{
    public static string Does => "Accepts any code as second factor.";

    public static IReadOnlyList<string> Violates => ["R-066", "R-006"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool AcceptsCode(bool right) => true;
}
