using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>What only a browser with scripts and real frames can show of a sign-out, in real Chromium.</summary>
[Category("Browser")]
internal sealed class SingleSignOutTests
{
    [TestCase("single-sign-out/a-hanging-app-holds-nothing-up")]
    [TestCase("single-sign-out/many-apps-are-told-side-by-side")]
    [TestCase("single-sign-out/an-app-that-refuses-frames-is-told")]
    [TestCase("single-sign-out/a-page-forgets-its-tokens")]
    [TestCase("single-sign-out/a-native-app-tells-the-others")]
    [TestCase("post-logout-redirect/a-stranger-before-a-backslash")]
    public async Task A_real_browser_agrees(string scenario)
    {
        var run = await RealBrowser.RunAsync(await RealBrowser.WorldsAsync(), RealBrowser.DefaultProfile, null, scenario);
        var record = run.Scenarios.Single();
        Assert.That((record.Verdict, record.Reason), Is.EqualTo((Verdict.Passed, (string?)null)));
    }
}
