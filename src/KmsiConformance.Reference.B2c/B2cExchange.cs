using KmsiConformance.Reference.B2c.Http;
using KmsiConformance.Reference.Kernel.Http;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.B2c;

/// <summary>A request to this product, with what only this product knows of it.</summary>
/// <param name="address">Where it goes; null where the path leads nowhere.</param>
/// <param name="known">Whether the policy is the one that the request names, and not merely one to show an error under.</param>
internal sealed class B2cExchange(
    HttpContext http, B2cTenant tenant, LoginPolicy policy, Address? address, bool known) : Exchange(http, tenant, policy)
{
    public Address? Address => address;

    public bool PolicyIsKnown => known;
}
