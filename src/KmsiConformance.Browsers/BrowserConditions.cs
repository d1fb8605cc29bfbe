using KmsiConformance.Cookies;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.Restarts;

namespace KmsiConformance.Browsers;

/// <summary>What a scenario needs of its browser beyond visiting pages.</summary>
public sealed record BrowserConditions
{
    /// <summary>Nothing in particular.</summary>
    public static BrowserConditions None { get; } = new();

    /// <summary>What becomes of cookies in a third-party context; null leaves the browser as it ships.</summary>
    public ThirdPartyCookies? ThirdPartyCookies { get; init; }

    /// <summary>Whether it is to go on where the user left off after some restart.</summary>
    public bool RestoresSession { get; init; }

    /// <summary>How it is restarted, each way once: words of <see cref="RestartKind"/>.</summary>
    public IReadOnlyList<string> Restarts { get; init; } = [];

    /// <summary>Whether it has to tell under which site a cookie was stored apart.</summary>
    public bool TellsPartitions { get; init; }

    /// <summary>The only hosts that it may visit, besides those of this machine; null lets it visit all.</summary>
    public IReadOnlyList<string>? OnlyHosts { get; init; }

    /// <summary>Whether an address leads to a host that it may visit.</summary>
    public bool MayVisit(Uri address) => AllowedHosts.Allow(OnlyHosts, address);

    /// <summary>The conditions of a scenario.</summary>
    /// <param name="otherwise">Third-party cookies where the scenario does not name a mode.</param>
    public static BrowserConditions Of(Scenario scenario, ThirdPartyCookies? otherwise) => new()
    {
        ThirdPartyCookies = scenario.ThirdPartyCookies is { } mode ? Enum.Parse<ThirdPartyCookies>(mode, ignoreCase: true) : otherwise,
        RestoresSession = scenario.Steps.OfType<RestartBrowserStep>().Any(step => step.Kind == RestartKind.RestoreSession),
        Restarts = [.. scenario.Steps.OfType<RestartBrowserStep>().Select(step => step.Kind).Distinct(StringComparer.Ordinal)],
        TellsPartitions = scenario.Steps.OfType<ExpectCookieStep>().Any(step => step.Partitioned is not null),
    };
}
