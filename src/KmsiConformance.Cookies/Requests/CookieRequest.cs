using KmsiConformance.Cookies.Matching;

namespace KmsiConformance.Cookies.Requests;

/// <summary>What a request is for.</summary>
public enum Destination
{
    /// <summary>A document for the top-level page.</summary>
    TopLevel,

    /// <summary>A document for a frame.</summary>
    Frame,

    /// <summary>A picture, or what a script asks for.</summary>
    Subresource,
}

/// <summary>One request of a redirect chain: each is judged for itself, with its own method (N-74).</summary>
/// <param name="Url">Its address.</param>
/// <param name="Method">For example <c>GET</c>.</param>
/// <param name="Destination">What it is for.</param>
/// <param name="Client">The document that asks; null when the user typed the address.</param>
/// <param name="Embedder">For a frame the document that shows it; null otherwise.</param>
/// <param name="Passed">The addresses that redirected here.</param>
public sealed record CookieRequest(
    Uri Url, string Method, Destination Destination, CookieClient? Client = null, CookieClient? Embedder = null,
    IReadOnlyList<Uri>? Passed = null)
{
    /// <summary>The canonical host.</summary>
    public string Host { get; } = CanonicalHost.Of(Url.IdnHost);

    /// <summary>The path as it was written: <c>%c3</c> is not <c>%C3</c>, and <c>%7e</c> is no tilde.</summary>
    public string Path { get; } = WrittenPath.Of(Url);

    /// <summary>Whether the method only asks (RFC 9110, 9.2.1).</summary>
    public bool IsSafe => Method is "GET" or "HEAD" or "OPTIONS" or "TRACE";

    /// <summary>Whether it goes over a secure protocol.</summary>
    public bool IsSecure(CookiePolicy policy) =>
        Url.Scheme is "https" or "wss" || (policy.TrustsLoopback && CanonicalHost.IsLoopback(Host));
}
