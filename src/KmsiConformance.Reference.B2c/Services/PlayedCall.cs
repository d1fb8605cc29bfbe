using KmsiConformance.Policies.InForce;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>A call of a policy that is made here.</summary>
/// <param name="Address">Where, with claims of its path not yet put in.</param>
internal sealed record PlayedCall(ServiceCall Call, string Address)
{
    public RestService Service => Call.Service;
}
