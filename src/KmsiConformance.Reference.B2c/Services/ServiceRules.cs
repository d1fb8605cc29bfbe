using KmsiConformance.Policies.InForce;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>RESTful services of policies: when they are asked, and what their no is worth.</summary>
public class ServiceRules : RuleTopic
{
    /// <summary>Whether a service that refuses, or does not answer, keeps the user from signing in.</summary>
    public virtual bool FailureStopsSignIn => true;

    /// <summary>
    /// Whether whoever signs in is asked about anew, whatever services said in this browser before: always, they spoke of somebody else
    ///
    /// </summary>
    public virtual bool AsksAnewAtSignIn => true;

    /// <summary>The claim types that a session remembers of a service; null where the service is asked at every sign-in.</summary>
    public virtual IReadOnlySet<string>? Remembered(RestService service) => service.Remembered;
}
