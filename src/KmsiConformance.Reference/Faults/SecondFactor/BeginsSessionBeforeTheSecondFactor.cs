using KmsiConformance.Policies;
using KmsiConformance.Reference.B2c.SecondFactor;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class BeginsSessionBeforeTheSecondFactor : SecondFactorRules, IFault
{
    public static string Does => "Begins the session, with its cookie, when only the password was given.";

    public static IReadOnlyList<string> Violates => ["R-066", "R-006"];

    public static bool ActsUnder(Readings readings) => readings.Product == LoginProduct.B2c;

    public override bool PasswordAloneBeginsSession => true;
}
