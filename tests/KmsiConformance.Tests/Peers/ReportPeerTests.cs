using KmsiConformance.Tests.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Peers;

/// <summary>Reports against the schemas of others: SARIF 2.1.0, and CTRF by its reference implementation.</summary>
internal sealed class ReportPeerTests
{
    [TestCase("sarif", "sarif.cjs")]
    [TestCase("ctrf", "ctrf.cjs")]
    public async Task A_run_with_every_verdict_is_taken(string report, string peer)
    {
        using var run = EveryVerdict.Write();
        Assert.That(NodePeer.Ask(peer, await Written.ByAsync(report, run)).EnumerateArray().Take(5), Is.Empty);
    }

    [TestCase("sarif", "sarif.cjs")]
    [TestCase("ctrf", "ctrf.cjs")]
    public async Task A_run_without_scenarios_is_taken(string report, string peer)
    {
        using var run = new SampleRun();
        Assert.That(NodePeer.Ask(peer, await Written.ByAsync(report, run.Written())).EnumerateArray().Take(5), Is.Empty);
    }

    [TestCase("sarif", "sarif.cjs", "\"startLine\"", "\"line\"")]
    [TestCase("ctrf", "ctrf.cjs", "\"filePath\"", "\"file\"")]
    public async Task What_does_not_fit_is_noticed(string report, string peer, string right, string wrong)
    {
        using var run = EveryVerdict.Write();
        var text = (await Written.ByAsync(report, run)).Replace(right, wrong, StringComparison.Ordinal);
        Assert.That(NodePeer.Ask(peer, text).ToString(), Does.Contain("additional properties"));
    }
}
