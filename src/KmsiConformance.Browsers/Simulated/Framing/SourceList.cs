using System.Globalization;
using System.Text.RegularExpressions;

namespace KmsiConformance.Browsers.Simulated.Framing;

/// <summary>The sources of one directive of a content policy (CSP Level 3, 6.7.2). None matches nothing.</summary>
internal sealed partial class SourceList(IReadOnlyList<string> sources)
{
    /// <summary>Whether an address is among them.</summary>
    /// <param name="self">What <c>'self'</c> and sources without a scheme are about.</param>
    /// <param name="isRedirected">Whether a redirect led there: then paths do not count.</param>
    public bool Matches(Uri url, Uri self, bool isRedirected) => sources.Any(source => Matches(source, url, self, isRedirected));

    private static bool Matches(string source, Uri url, Uri self, bool isRedirected)
    {
        if (source == "*") return url.Scheme is "http" or "https" || url.Scheme == self.Scheme;
        if (source.Equals("'self'", StringComparison.OrdinalIgnoreCase))
            return url.Host == self.Host && MatchesScheme(self.Scheme, url.Scheme) && (url.Port == self.Port || BothUsual(self, url));
        if (Scheme().Match(source) is { Success: true } scheme) return MatchesScheme(scheme.Groups["scheme"].Value, url.Scheme);
        if (Host().Match(source) is not { Success: true } host) return false;
        var named = host.Groups["scheme"] is { Success: true, Value: var written } ? written : self.Scheme;
        return MatchesScheme(named, url.Scheme)
            && MatchesHost(host.Groups["host"].Value, url.Host)
            && MatchesPort(host.Groups["port"].Value, named, url)
            && (isRedirected || MatchesPath(host.Groups["path"].Value, url.AbsolutePath));
    }

    // What may come over an open line may come over a closed one.
    private static bool MatchesScheme(string named, string scheme) =>
        named.Equals(scheme, StringComparison.OrdinalIgnoreCase)
        || (named.Equals("http", StringComparison.OrdinalIgnoreCase) && scheme == "https");

    private static bool BothUsual(Uri self, Uri url) => self.IsDefaultPort && url.IsDefaultPort;

    private static bool MatchesHost(string named, string host) => named == "*"
        || (named.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(named[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(named, StringComparison.OrdinalIgnoreCase));

    // Without a port the usual one of the scheme is meant, or that of https where it was http.
    private static bool MatchesPort(string named, string scheme, Uri url) => named switch
    {
        "*" => true,
        "" => url.IsDefaultPort,
        _ => named == url.Port.ToString(CultureInfo.InvariantCulture)
            || (named == "80" && url is { Scheme: "https", Port: 443 } && scheme.Equals("http", StringComparison.OrdinalIgnoreCase)),
    };

    private static bool MatchesPath(string named, string path) =>
        named.Length == 0 || named == "/"
        || (named.EndsWith('/') ? path.StartsWith(named, StringComparison.Ordinal) : path == named);

    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9+.\-]*):$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(
        @"^((?<scheme>[A-Za-z][A-Za-z0-9+.\-]*)://)?(?<host>\*|(\*\.)?[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)*\.?)"
        + @"(:(?<port>\d+|\*))?(?<path>/.*)?$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Host();
}
