using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>A product as the front door sees it: something that answers requests to its hosts.</summary>
internal interface ILoginService
{
    /// <summary>The hosts that it serves; the login host alone, unless the product has others.</summary>
    IReadOnlyList<string> Hosts => [FrontDoor.LoginHost];

    /// <summary>The <c>Cache-Control</c> that this product sends.</summary>
    string CacheControl { get; }

    /// <summary>The <c>Referrer-Policy</c> that this product sends.</summary>
    string ReferrerPolicy { get; }

    /// <summary>Where the discovery document for a policy is, below the origin; a product without policies has one for all.</summary>
    string DiscoveryPath(string policyId);

    /// <summary>The request together with the settings under which it is answered.</summary>
    Task<Exchange> ExchangeAsync(HttpContext http);

    /// <summary>Answers one request, whatever it asks for.</summary>
    Task AnswerAsync(Exchange exchange);
}
