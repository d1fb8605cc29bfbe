using KmsiConformance.Reference.B2c.SecondFactor;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class AcceptsOneTimeCodesTwice : SecondFactorRules, IFault
{
    public static string Does => "A one-time code is good as often as it is typed while the authenticator app shows it.";

    public static IReadOnlyList<string> Violates => ["N-67"];

    public override bool AcceptsCodeAgain => true;
}
