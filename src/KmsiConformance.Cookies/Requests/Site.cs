using KmsiConformance.Cookies.Matching;

namespace KmsiConformance.Cookies.Requests;

/// <summary>Scheme and registrable domain: what "same site" compares (RFC 6265bis, 5.2).</summary>
public sealed record Site(string Scheme, string Domain)
{
    /// <summary>The site of an address. A host without a registrable domain is a site of its own.</summary>
    public static Site Of(Uri url, IPublicSuffixes suffixes)
    {
        var host = CanonicalHost.Of(url.IdnHost);
        return new Site(url.Scheme, suffixes.RegistrableDomain(host) ?? host);
    }

    /// <summary>For example <c>https://groceries.localhost</c>.</summary>
    public override string ToString() => $"{Scheme}://{Domain}";
}
