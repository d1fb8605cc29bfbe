using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

internal sealed class SkipsTheSecondFactor : Conduct, IFault
{
    public static string Does => "Never asks for the second factor, whatever the journey says.";

    public static IReadOnlyList<string> Violates => ["R-066"];

    public override SecondFactorDemand DemandsSecondFactor(SecondFactor? step) => SecondFactorDemand.None;
}
