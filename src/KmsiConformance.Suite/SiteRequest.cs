using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite;

/// <summary>The settings that a scenario needs of a site without a protocol, besides those of its sessions.</summary>
/// <param name="Cookies">In how many cookies the session comes.</param>
public sealed record SiteRequest(int Cookies)
{
    /// <summary>One cookie holds the session.</summary>
    public static readonly SiteRequest Default = new(1);

    internal static SiteRequest Read(YamlValue? site) => site is null ? Default : new(site.Find("cookies")?.Number() ?? Default.Cookies);
}
