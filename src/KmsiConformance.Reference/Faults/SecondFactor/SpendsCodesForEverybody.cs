using KmsiConformance.Reference.B2c.SecondFactor;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class SpendsCodesForEverybody : SecondFactorRules, IFault
{
    public static string Does =>
        "Whoever gives a one-time code in the half minute of another user is refused.";

    public static IReadOnlyList<string> Violates => ["R-066"];

    public override string SpentBy(string account) => "";
}
