namespace KmsiConformance.Worlds.Browsers.Firefox;

/// <summary>How a Firefox is started.</summary>
/// <param name="ExecutablePath">The program itself; see <see cref="Setup.FirefoxSetup"/>.</param>
/// <param name="Environment">Added to the harness's own variables: the process clock's.</param>
public sealed record FirefoxLaunch(string ExecutablePath, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether no window is shown.</summary>
    public bool Headless { get; init; } = true;

    /// <summary>How long a start may take for real.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Settings over those that Playwright writes. Its own allow third-party cookies; a user's Firefox keeps them apart
    /// by top-level site, and sign-out through frames depends on it.
    /// </summary>
    internal static Dictionary<string, object> Settings() => new(StringComparer.Ordinal)
    {
        ["browser.contentblocking.features.standard"] = "-tp,tpPrivate,cookieBehavior5,-cm,-fp",
        ["network.cookie.cookieBehavior"] = 5,

        // No traffic of the browser's own may mix with the evidence.
        ["network.captive-portal-service.enabled"] = false,
        ["network.dns.disablePrefetch"] = true,
        ["network.prefetch-next"] = false,
        ["app.normandy.enabled"] = false,
        ["app.update.auto"] = false,
        ["services.settings.server"] = "data:,#remote-settings-dummy/v1",
    };
}
