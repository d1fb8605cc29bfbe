using KmsiConformance.Reference.Kernel.Rules;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.B2c.SecondFactor;

/// <summary>The second factor: whether it is demanded, and what is accepted.</summary>
public class SecondFactorRules : RuleTopic
{
    /// <summary>Whether the policy's journey asks for a second factor, and how often .</summary>
    public virtual SecondFactorDemand DemandsSecondFactor(Policies.InForce.SecondFactor? step) => step switch
    {
        null => SecondFactorDemand.None,
        { IsRemembered: true } => SecondFactorDemand.OncePerSession,
        _ => SecondFactorDemand.Always,
    };

    /// <summary>
    /// Whether a session that lacks only the second factor answers for the password: then only the factor is asked for.
    /// </summary>
    public virtual bool SessionAnswersForThePassword => true;

    /// <summary>Whether a code is accepted: only if it is the one that the app shows, and was not used before.</summary>
    public virtual bool AcceptsCode(bool right) => right;

    /// <summary>Whether a code that was accepted is accepted once more while it lasts: never (RFC 6238, 5.2).</summary>
    public virtual bool AcceptsCodeAgain => false;

    /// <summary>How many half minutes a code is good after the one in which it was shown (RFC 6238, 5.2).</summary>
    public virtual int HalfMinutesLate => 1;

    /// <summary>Whose codes it is remembered for that one was used: that user's alone (RFC 6238, 5.2).</summary>
    public virtual string SpentBy(string account) => account;

    /// <summary>Whether a session begins before the second factor that the journey wants: never .</summary>
    public virtual bool PasswordAloneBeginsSession => false;
}
