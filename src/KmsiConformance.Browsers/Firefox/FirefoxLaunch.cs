using KmsiConformance.Clocks.Standstills;
using KmsiConformance.Cookies;

namespace KmsiConformance.Browsers.Firefox;

/// <summary>How a Firefox is started.</summary>
/// <param name="ExecutablePath">The program itself; see <see cref="Setup.FirefoxSetup"/>.</param>
/// <param name="Environment">Added to the harness's own variables: the process clock's.</param>
public sealed record FirefoxLaunch(string ExecutablePath, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether no window is shown.</summary>
    public bool Headless { get; init; } = true;

    /// <summary>What the scenario needs of it.</summary>
    public BrowserConditions Conditions { get; init; } = BrowserConditions.None;

    /// <summary>How long a start may take for real.</summary>
    public TimeSpan Limit { get; init; } = CpuPressure.Stretched(TimeSpan.FromSeconds(60));

    /// <summary>
    /// Settings over those that Playwright writes. Each is written at every start: Firefox keeps what it was once told.
    /// </summary>
    internal static Dictionary<string, object> Settings(StartKind kind, ThirdPartyCookies? thirdParty) => new(StringComparer.Ordinal)
    {
        // Playwright's own allow third-party cookies; a user's Firefox keeps them apart by top-level site.
        ["browser.contentblocking.features.standard"] = $"-tp,tpPrivate,cookieBehavior{CookieBehaviour(thirdParty)},-cm,-fp",
        ["network.cookie.cookieBehavior"] = CookieBehaviour(thirdParty),
        ["network.cookie.cookieBehavior.pbmode"] = CookieBehaviour(thirdParty),
        ["browser.startup.page"] = kind == StartKind.RestoreSession ? 3 : 0,
        ["browser.privatebrowsing.autostart"] = kind == StartKind.PrivateWindow,

        // A page is shown again out of the store of answers, or asked for: what lies frozen in memory would hide which.
        ["browser.sessionhistory.max_total_viewers"] = 0,

        // No traffic of the browser's own may mix with the evidence.
        ["network.captive-portal-service.enabled"] = false,
        ["network.dns.disablePrefetch"] = true,
        ["network.prefetch-next"] = false,
        ["app.normandy.enabled"] = false,
        ["app.update.auto"] = false,
        ["services.settings.server"] = "data:,#remote-settings-dummy/v1",
    };

    // 0 allows them, 1 blocks them, 5 keeps them apart and is what Firefox ships with.
    private static int CookieBehaviour(ThirdPartyCookies? mode) => mode switch
    {
        ThirdPartyCookies.Allowed => 0,
        ThirdPartyCookies.Blocked => 1,
        _ => 5,
    };
}
