using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Worlds;

/// <summary>Names hosts by the part they play: <c>login</c>, an app's name, or the bare host of a stranger.</summary>
/// <param name="login">Host and port of each site of the login endpoint.</param>
/// <param name="sites">Names of apps and other sites by their host.</param>
/// <param name="schemes">Names of native apps by the scheme of their addresses.</param>
public sealed class SiteRoles(
    IEnumerable<string> login, IEnumerable<KeyValuePair<string, string>> sites, IReadOnlyDictionary<string, string>? schemes = null)
{
    private readonly HashSet<string> _loginHosts = login.Select(site => site.Split(':')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _sites = new(sites, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same for sites that all live on <c>NAME.localhost</c>.</summary>
    public SiteRoles(IEnumerable<string> login, IEnumerable<string> names, IReadOnlyDictionary<string, string>? schemes = null)
        : this(login, names.Select(name => KeyValuePair.Create($"{name}.localhost", name)), schemes)
    {
    }

    /// <summary>The role of a URL's host.</summary>
    public string OfUrl(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed)) return KnownSites.None;
        if (schemes?.TryGetValue(parsed.Scheme, out var app) == true) return app;
        return parsed.Host.Length > 0 ? OfHost(parsed.Host) : KnownSites.None;
    }

    /// <summary>
    /// The role of a host, or of a cookie's domain: one stored for a parent domain still belongs to the site that set
    /// it.
    /// </summary>
    public string OfHost(string host)
    {
        var bare = host.TrimStart('.');
        if (_loginHosts.Contains(bare)) return KnownSites.Login;
        return _sites.GetValueOrDefault(bare, bare);
    }
}
