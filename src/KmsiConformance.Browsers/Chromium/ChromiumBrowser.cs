using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Chromium;

/// <summary>A real Chromium, Chrome or Edge.</summary>
/// <param name="launch">How it is started.</param>
/// <param name="observer">Told of every HTTP exchange; called from another thread, must be quick.</param>
public sealed class ChromiumBrowser(ChromiumLaunch launch, Action<BrowserSight> observer) : DrivenBrowser(launch.Conditions, observer)
{
    private readonly ConditionalWeakTable<BrowserSession, ICDPSession> _pictures = [];

    /// <inheritdoc/>
    public override string Name => "chromium";

    private protected override Task<BrowserSession> LaunchAsync(
        ProfileFolder folder, StartKind kind, ExchangeWatch watch, CancellationToken cancellation) =>
        ChromiumStart.LaunchAsync(launch, folder, kind, watch, Observer, cancellation);

    private protected override async Task<byte[]> PictureAsync(BrowserSession session)
    {
        // Playwright's own call first waits for fonts and hides carets; the protocol's takes half the time.
        if (!_pictures.TryGetValue(session, out var protocol))
            _pictures.AddOrUpdate(session, protocol = await session.Page.Context.NewCDPSessionAsync(session.Page));
        var picture = await protocol.SendAsync("Page.captureScreenshot", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["format"] = "jpeg",
            ["quality"] = 60,
            ["optimizeForSpeed"] = true,
        });
        return picture!.Value.GetProperty("data").GetBytesFromBase64();
    }
}
