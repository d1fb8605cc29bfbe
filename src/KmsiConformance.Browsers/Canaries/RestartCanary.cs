using KmsiConformance.Suite.Steps.Restarts;

namespace KmsiConformance.Browsers.Canaries;

/// <summary>Which cookies are there after a restart of a kind: of the session, and kept.</summary>
/// <param name="Kind">One of <see cref="RestartKind"/>.</param>
internal sealed record RestartCanary(string Kind) : Canary($"restart {Kind}")
{
    public override async Task<CanaryAnswer> AskAsync(IBrowser browser, CanarySite site, CancellationToken cancellation)
    {
        await browser.StartAsync(cancellation);
        await site.VisitAsync(browser, cancellation, "kept", "session");
        var before = await site.VisitAsync(browser, cancellation);
        if (before != "kept and session") return CanaryAnswer.Of(Condition, Before("kept and session"), Before(before));

        await browser.StopAsync(Kind == RestartKind.Crash ? StopKind.Crash : StopKind.Quit, cancellation);
        if (Kind == RestartKind.PrivateWindow) return await PrivateAsync(browser, site, cancellation);

        await browser.StartAsync(Kind == RestartKind.RestoreSession ? StartKind.RestoreSession : StartKind.Ordinary, cancellation);
        var after = await site.VisitAsync(browser, cancellation);
        return CanaryAnswer.Of(Condition, After(Kind == RestartKind.RestoreSession ? "kept and session" : "kept"), After(after));
    }

    private async Task<CanaryAnswer> PrivateAsync(IBrowser browser, CanarySite site, CancellationToken cancellation)
    {
        await browser.StartAsync(StartKind.PrivateWindow, cancellation);
        var inside = await site.VisitAsync(browser, cancellation, "kept-privately", "private");
        var again = await site.VisitAsync(browser, cancellation);
        await browser.StopAsync(StopKind.Quit, cancellation);
        await browser.StartAsync(cancellation);
        var after = await site.VisitAsync(browser, cancellation);
        return CanaryAnswer.Of(
            Condition, Privately("nothing", "kept-privately and private", "kept"), Privately(inside, again, after));
    }

    private static string Before(string came) => $"of the cookies kept and session, {came} came before any restart";

    private static string After(string came) => $"of the cookies kept and session, {came} came after it";

    private static string Privately(string inside, string again, string after) =>
        $"a private window sent {inside} of the profile and {again} of its own, and the next ordinary window sent {after}";
}
