using System.Globalization;
using System.Net;

namespace KmsiConformance.Cookies.Matching;

/// <summary>Host names in the form in which they are compared (RFC 6265bis, 5.1.2).</summary>
public static class CanonicalHost
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    /// <summary>Small letters, and non-ASCII labels as punycode; a text that is no host name only becomes small.</summary>
    public static string Of(string host)
    {
        var small = host.ToLowerInvariant();
        if (small.All(char.IsAscii)) return small;
        try
        {
            return Idn.GetAscii(small);
        }
        catch (ArgumentException)
        {
            return small;
        }
    }

    /// <summary>Whether it is an address and no name: addresses have no subdomains.</summary>
    public static bool IsAddress(string host) => IPAddress.TryParse(host, out _);

    /// <summary>Whether it is this machine by definition (RFC 6761, 6.3).</summary>
    public static bool IsLoopback(string host) =>
        host == "localhost"
            || host.EndsWith(".localhost", StringComparison.Ordinal)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
