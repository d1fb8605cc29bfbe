using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Canaries;
using KmsiConformance.Browsers.Clocks;
using KmsiConformance.Clocks;
using KmsiConformance.Cookies;
using KmsiConformance.Ledger;

namespace KmsiConformance.Worlds;

/// <summary>What the preflight found: a browser that starts and a clock that it follows.</summary>
/// <param name="Browser">The browser as it named itself.</param>
/// <param name="Clock">The mode, the provider, and what the self-check saw.</param>
/// <param name="Notes">What a reader of the results should know, for example a fall-back.</param>
/// <param name="MakeClock">Makes the clock of a new world's browser.</param>
/// <param name="MakeBrowser">Makes a browser for its clock, an observer and the scenario's conditions; not started.</param>
public sealed record ReadyBrowser(
    BrowserRecord Browser,
    ClockRecord Clock,
    IReadOnlyList<string> Notes,
    Func<WorldClock, BrowserClock> MakeClock,
    Func<BrowserClock, Action<BrowserSight>, BrowserConditions, IBrowser> MakeBrowser)
{
    /// <summary>Third-party cookies for scenarios that do not name a mode; null leaves the browser as it ships.</summary>
    public ThirdPartyCookies? ThirdPartyCookies { get; init; } = Cookies.ThirdPartyCookies.Allowed;

    /// <summary>Why this browser cannot be what a scenario needs, and what could; null when it can.</summary>
    public Func<BrowserConditions, string?> WhyNot { get; init; } = _ => null;

    /// <summary>Tries what scenarios rely on; null for a browser that is what it is told to be, the simulated one.</summary>
    public ConditionsProven? Proven { get; init; }

    /// <summary>Whether it runs the scripts of pages.</summary>
    public bool RunsScripts { get; init; } = true;

    /// <summary>Whether worlds get sites without sockets: only a browser inside this process can visit those.</summary>
    public bool VisitsInMemory { get; init; }

    /// <summary>Whether it takes the world's time for its own, and so needs none that passes by itself.</summary>
    public bool TimeIsVirtual => Enum.TryParse<ClockMode>(Clock.Mode, ignoreCase: true, out var mode) && mode == ClockMode.Virtual;
}
