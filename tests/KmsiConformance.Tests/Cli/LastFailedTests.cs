using KmsiConformance.Cli;
using KmsiConformance.Cli.Commands;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Reporting.Comparing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>Which earlier run says what failed.</summary>
internal sealed class LastFailedTests
{
    [Test]
    public void A_share_of_a_queue_says_it_of_too_little()
    {
        using var kept = new KeptRuns();
        var share = kept.Write("share", KeptRuns.Share(1, "build-9"));
        Assert.That(
            () => LastFailed.Of(share.Path, "b2c-2020-12", "shop", "chromium", []),
            Throws.TypeOf<UserErrorException>().With.Message.Contains("is a share of queue build-9").And.Message.Contains("'kmsi merge'"));
    }

    [Test]
    public async Task The_newest_that_is_no_share_is_taken()
    {
        using var kept = new KeptRuns();
        Directory.CreateDirectory(Path.Combine(kept.Path, "reports"));
        kept.Write("reports/run", Reference(KeptRuns.Run(1, KeptRuns.Scenario("sign-out/signing-out-twice", Verdict.Failed))));
        kept.Write("reports/share", Reference(KeptRuns.Share(2, "build-9")));

        var nothing = new Dictionary<string, string>(StringComparer.Ordinal);
        using var kmsi = Kmsi.StartIn(kept.Path, nothing, "run", "--browser", "simulated", "--last-failed");
        var (code, output, error) = await kmsi.EndAsync();
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("PASSED       sign-out/signing-out-twice").And.Contain("night-1"));
    }

    private static RunRecord Reference(RunRecord run) =>
        run with { Target = new("reference", "reference"), Browser = new("simulated", "1") };
}
