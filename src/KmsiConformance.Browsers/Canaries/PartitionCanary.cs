namespace KmsiConformance.Browsers.Canaries;

/// <summary>Whether the browser tells under which site it has stored a cookie apart that asked for it.</summary>
internal sealed record PartitionCanary() : Canary("partitioned cookies told apart")
{
    public override async Task<CanaryAnswer> AskAsync(IBrowser browser, CanarySite site, CancellationToken cancellation)
    {
        await browser.StartAsync(cancellation);
        await site.FrameAsync(browser, "canary-shop", "apart", cancellation);
        var stored = (await browser.CookiesAsync(cancellation)).Where(cookie => cookie.Name == "apart").ToList();
        return CanaryAnswer.Of(
            Condition,
            Told("of canary-shop"),
            Told(stored switch
            {
                [] => "not stored",
                [{ Partition: { } partition }] when partition.TopLevelSite.Contains("canary-shop", StringComparison.Ordinal) =>
                    "of canary-shop",
                [{ Partition: { } partition }] => $"of {partition.TopLevelSite}",
                [_] => "of no site",
                _ => "stored more than once",
            }));
    }

    private static string Told(string how) => $"a Partitioned cookie that a frame set on canary-shop is {how}";
}
