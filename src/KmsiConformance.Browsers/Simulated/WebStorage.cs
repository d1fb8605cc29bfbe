using System.Collections.Concurrent;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>
/// What pages keep in <c>localStorage</c>, by origin. Where third parties are kept apart, a frame of another site sees a
/// storage of its own for each site that shows it.
/// </summary>
/// <param name="isPartitioned">Whether third parties are kept apart.</param>
internal sealed class WebStorage(bool isPartitioned)
{
    private readonly ConcurrentDictionary<(string Origin, string Top, string Key), string> _values = new();

    /// <summary>What the page finds; null for nothing.</summary>
    public string? Read(Page page, string key) => _values.GetValueOrDefault(Place(page, key));

    public void Write(Page page, string key, string value) => _values[Place(page, key)] = value;

    public void Forget(Page page, string key) => _values.TryRemove(Place(page, key), out _);

    private (string Origin, string Top, string Key) Place(Page page, string key)
    {
        var isThirdParty = isPartitioned && page.Client.Site != page.Client.TopLevelSite;
        return (page.Url.GetLeftPart(UriPartial.Authority), isThirdParty ? page.Client.TopLevelSite.ToString() : "", key);
    }
}
