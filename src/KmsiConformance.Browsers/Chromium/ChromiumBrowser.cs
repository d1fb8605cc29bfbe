using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Chromium;

/// <summary>A real Chromium, Chrome or Edge.</summary>
/// <param name="launch">How it is started.</param>
/// <param name="observer">Told of every HTTP exchange; called from another thread, must be quick.</param>
public sealed class ChromiumBrowser(ChromiumLaunch launch, Action<BrowserSight> observer) : DrivenBrowser(launch.Conditions, observer)
{
    private readonly ConditionalWeakTable<IPage, ICDPSession> _pictures = [];

    /// <inheritdoc/>
    public override string Name => "chromium";

    /// <summary>
    /// What the running browser calls itself, for example <c>HeadlessChrome/156.0.8078.108</c>; empty before the first start.
    /// </summary>
    public string Product { get; private set; } = "";

    private protected override async Task<BrowserSession> LaunchAsync(
        ProfileFolder folder, StartKind kind, ExchangeWatch watch, CancellationToken cancellation)
    {
        var session = await ChromiumStart.LaunchAsync(launch, folder, kind, watch, Observer, cancellation);
        Product = session.Product;
        return session;
    }

    private protected override Task AttachTabAsync(IPage page, string tab) =>
        RefusalWatch.AttachAsync(page, sight => Observer(sight with { Tab = tab }));

    private protected override async Task<byte[]> PictureAsync(IPage page)
    {
        // Playwright's own call first waits for fonts and hides carets; the protocol's takes half the time.
        if (!_pictures.TryGetValue(page, out var protocol))
            _pictures.AddOrUpdate(page, protocol = await page.Context.NewCDPSessionAsync(page));
        var picture = await protocol.SendAsync("Page.captureScreenshot", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["format"] = "jpeg",
            ["quality"] = 60,
            ["optimizeForSpeed"] = true,
        });
        return picture!.Value.GetProperty("data").GetBytesFromBase64();
    }
}
