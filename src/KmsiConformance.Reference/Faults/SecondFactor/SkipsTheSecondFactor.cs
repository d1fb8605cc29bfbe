using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class SkipsTheSecondFactor : SecondFactorRules, IFault
{
    public static string Does => "Never asks for the second factor, whatever the journey says.";

    public static IReadOnlyList<string> Violates => ["R-066"];

    public override SecondFactorDemand DemandsSecondFactor(Policies.InForce.SecondFactor? step) => SecondFactorDemand.None;
}
