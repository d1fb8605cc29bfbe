using KmsiConformance.Reference.B2c.SecondFactor;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class AsksForThePasswordToo : SecondFactorRules, IFault
{
    public static string Does => "Asks for the password as well where the session lacks only the second factor.";

    public static IReadOnlyList<string> Violates => ["R-066"];

    public override bool SessionAnswersForThePassword => false;
}
