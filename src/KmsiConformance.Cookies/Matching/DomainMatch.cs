namespace KmsiConformance.Cookies.Matching;

/// <summary>Whether a host belongs to a cookie's domain (RFC 6265bis, 5.1.3). Both must be canonical.</summary>
public static class DomainMatch
{
    public static bool Matches(string host, string domain) =>
        host == domain
        || (host.Length > domain.Length
            && host.EndsWith(domain, StringComparison.Ordinal)
            && host[host.Length - domain.Length - 1] == '.'
            && !CanonicalHost.IsAddress(host));
}
