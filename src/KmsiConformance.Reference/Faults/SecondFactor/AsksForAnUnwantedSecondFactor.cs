using KmsiConformance.Reference.B2c.SecondFactor;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Faults.SecondFactor;

internal class AsksForAnUnwantedSecondFactor : SecondFactorRules, IFault
{
    public static string Does => "Asks for a second factor although no step of the journey wants one.";

    public static IReadOnlyList<string> Violates => ["R-066"];

    public override SecondFactorDemand DemandsSecondFactor(Policies.InForce.SecondFactor? step) => SecondFactorDemand.OncePerSession;
}
