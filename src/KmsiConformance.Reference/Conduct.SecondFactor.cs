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

    /// <summary>Whether a code is accepted: only if it is the one that the app shows, and was not used before.</summary>
    public virtual bool AcceptsCode(bool right) => right;

    /// <summary>Whether a session begins before the second factor that the journey wants: never .</summary>
    public virtual bool PasswordAloneBeginsSession => false;
}
