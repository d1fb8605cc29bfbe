using KmsiConformance.Reference.B2c.SecondFactor;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class TakesCodesOfFiveMinutes : SecondFactorRules, IFault
{
    public static string Does =>
        "A one-time code is good for five minutes after it was shown.";

    public static IReadOnlyList<string> Violates => ["N-119"];

    public override int HalfMinutesLate => 10;
}
