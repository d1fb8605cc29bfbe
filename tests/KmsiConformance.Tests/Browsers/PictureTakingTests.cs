using KmsiConformance.Browsers;
using Microsoft.Playwright;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers;

/// <summary>A picture that a browser cannot give spoils nothing; anything else that goes wrong is told.</summary>
internal sealed class PictureTakingTests
{
    // As Chromium says it now and then on a machine with much to do.
    private const string NoFrame = "Protocol error (Page.captureScreenshot): Unable to capture screenshot";

    [TestCase(0, true)]
    [TestCase(2, true)]
    [TestCase(3, false)]
    public async Task It_is_tried_three_times(int refusals, bool comes)
    {
        var asked = 0;
        var picture = await PictureTaking.TryAsync(
            () => ++asked <= refusals ? throw new PlaywrightException(NoFrame) : Task.FromResult(new byte[] { 1 }));
        Assert.That((picture is not null, asked), Is.EqualTo((comes, Math.Min(refusals + 1, 3))));
    }

    [Test]
    public Task A_browser_that_is_gone_is_told() => Assert.ThatAsync(
        () => PictureTaking.TryAsync(() => throw new PlaywrightException("Target page, context or browser has been closed")),
        Throws.TypeOf<PlaywrightException>());
}
