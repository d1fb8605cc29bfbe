using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Sessions;

namespace KmsiConformance.Reference;

public partial class Conduct
{
    /// <summary>Whether the policy's journey asks for a second factor, and how often .</summary>
    public virtual SecondFactorDemand DemandsSecondFactor(SecondFactor? step) => step switch
    {
        null => SecondFactorDemand.None,
        { IsRemembered: true } => SecondFactorDemand.OncePerSession,
        _ => SecondFactorDemand.Always,
    };
}
