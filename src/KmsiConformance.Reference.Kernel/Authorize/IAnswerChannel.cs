using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Authorize;

/// <summary>How an answer reaches an application that does not speak OpenID Connect.</summary>
internal interface IAnswerChannel
{
    /// <summary>Vouches for the user.</summary>
    Task GrantAsync(Exchange exchange, AuthorizeRequest request, Authentication authentication);

    /// <summary>Says no.</summary>
    Task RefuseAsync(Exchange exchange, AuthorizeRequest request, Trouble trouble);
}
