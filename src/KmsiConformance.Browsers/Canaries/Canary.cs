namespace KmsiConformance.Browsers.Canaries;

/// <summary>
/// Tries one condition with a browser that is not started yet, on sites of our own: what a setting is worth shows only in what
/// the browser then sends.
/// </summary>
/// <param name="Condition">The condition that it tries.</param>
internal abstract record Canary(string Condition)
{
    /// <summary>What a scenario's conditions rest on, each to be tried once.</summary>
    public static IEnumerable<Canary> Of(BrowserConditions conditions)
    {
        if (conditions.ThirdPartyCookies is { } mode) yield return new ThirdPartyCanary(mode);
        if (conditions.TellsPartitions) yield return new PartitionCanary();
        foreach (var kind in conditions.Restarts) yield return new RestartCanary(kind);
    }

    /// <summary>Tries it.</summary>
    public abstract Task<CanaryAnswer> AskAsync(IBrowser browser, CanarySite site, CancellationToken cancellation);
}
