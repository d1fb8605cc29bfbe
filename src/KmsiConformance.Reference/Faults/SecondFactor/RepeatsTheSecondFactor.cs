using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class RepeatsTheSecondFactor : SessionRules, IFault
{
    public static string Does => "Asks for the second factor again although the session remembers it.";

    public static IReadOnlyList<string> Violates => ["R-066"];

    public override bool SecondFactorStands(Session session, SecondFactorDemand demand) => demand == SecondFactorDemand.None;
}
