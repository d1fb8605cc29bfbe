using System.Text;
using KmsiConformance.Cookies;
using KmsiConformance.Sites;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>How a simulated browser is started.</summary>
/// <param name="Clock">The browser's time; a world's clock makes it virtual, right or off.</param>
public sealed record SimulatedLaunch(TimeProvider Clock)
{
    /// <summary>What the cookie draft leaves to the user agent.</summary>
    public CookiePolicy Cookies { get; init; } = CookiePolicy.AsShipped;

    /// <summary>Makes the way to the sites; the browser disposes it.</summary>
    public Func<HttpMessageHandler> Transport { get; init; } = Network;

    /// <summary>
    /// HTTP as it comes: over the network, or straight to sites in memory. Cookies are octets: neither direction decodes
    /// them (domain fact: services answer 400 where a jar re-encodes a value).
    /// </summary>
    public static HttpMessageHandler Network() => LoopbackHttp.CreateHandler(Octets);

    /// <summary>The same, but only to the hosts that the conditions allow.</summary>
    public static Func<HttpMessageHandler> To(BrowserConditions conditions) =>
        conditions.OnlyHosts is null ? Network : () => new KeptToHosts(conditions, Network());

    /// <summary>The settings that keep cookies octets.</summary>
    public static void Octets(SocketsHttpHandler handler)
    {
        handler.ResponseHeaderEncodingSelector = (name, _) => name == "Set-Cookie" ? Encoding.Latin1 : Encoding.UTF8;
        handler.RequestHeaderEncodingSelector = (name, _) => name == "Cookie" ? Encoding.Latin1 : null;
        handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
        handler.MaxResponseHeadersLength = 128;
    }
}
