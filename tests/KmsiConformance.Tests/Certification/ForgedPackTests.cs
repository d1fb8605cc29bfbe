using System.IO.Compression;
using System.Text;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Html;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>Whoever has the key can sign anything, and still cannot claim what the evidence does not show.</summary>
internal sealed class ForgedPackTests
{
    [Test]
    public async Task A_failure_that_is_said_to_have_passed_is_refused_by_judging_again()
    {
        var (pack, _) = await PackedRun.PackAsync(PackedRun.Failed);
        var record = Text(new PackReader("pack", pack).Read(), PackFiles.Run);
        Assert.That(record, Does.Contain("\"FAILED\""));
        var forged = await ForgedAsync(
            new PackReader("pack", pack).Read(), PackedRun.With(PackedRun.Failed, run => run.With([.. run.Scenarios.Select(Passed)])));
        var why = PackedRun.WhyNot(forged);
        Assert.That(why, Does.Match("run.json says PASSED of [a-z/-]+, and its events show FAILED")
            .And.Contain("of requirement G-13").And.Contain("run.json counts other verdicts"));
    }

    [Test]
    public async Task A_verdict_that_is_said_to_be_worse_is_refused_too()
    {
        var worse = PackedRun.With(PackedRun.Good, run => run.With(
            [run.Scenarios[0] with { Verdict = Verdict.Failed, Reason = "It failed." }, .. run.Scenarios.Skip(1)]));
        Assert.That(PackedRun.WhyNot(await ForgedAsync(PackedRun.Entries, worse)), Does.Contain("run.json says FAILED of "));
    }

    [Test]
    public async Task A_reason_in_other_words_is_refused()
    {
        var told = PackedRun.With(PackedRun.Good, run => run with
        {
            Scenarios = [.. run.Scenarios.Select(scenario => scenario with { Title = "It is certified" })],
        });
        Assert.That(PackedRun.WhyNot(await ForgedAsync(PackedRun.Entries, told)), Does.Contain("in other words than this program"));
    }

    [Test]
    public void Events_that_show_something_else_are_refused()
    {
        var pack = PackedRun.Signed(PackedRun.Changed(
            PackFiles.Events, events => Replaced(events, "\"httpOnly\":true", "\"httpOnly\":false")));
        Assert.That(PackedRun.WhyNot(pack), Does.Contain("run.json says PASSED").And.Contain("its events show WARNING"));
    }

    [Test]
    public void Events_that_were_taken_out_are_missed()
    {
        var id = PackedRun.Good.ReadRun().Scenarios[0].Id;
        var pack = PackedRun.Signed(PackedRun.Changed(PackFiles.Events, events => Encoding.UTF8.GetBytes(string.Join(
            '\n', Encoding.UTF8.GetString(events).Split('\n').Where(line => !line.Contains($"\"{id}\"", StringComparison.Ordinal))))));
        Assert.That(PackedRun.WhyNot(pack), Does.Contain($"There are no events of {id}"));
    }

    [Test]
    public void A_scenario_that_reads_otherwise_is_refused()
    {
        var pack = PackedRun.Signed(PackedRun.Changed(PackFiles.Scenarios, Easier));
        Assert.That(PackedRun.WhyNot(pack), Does.Contain("another file than the run has kept").And.Contain("lists other scenarios")
            .And.Contain("1 text of the scenarios, requirements, profiles and recipes is another than what this program ships"));
    }

    [Test]
    public async Task A_scenario_that_reads_otherwise_throughout_is_accepted_only_by_who_says_so()
    {
        var scenarios = Easier(PackedRun.Entries.Single(entry => entry.Name == PackFiles.Scenarios).Content.ToArray());
        var run = PackedRun.With(PackedRun.Good, run => run with
        {
            Plan = run.Plan! with { Archive = HashedFile.Of("", scenarios).Sha256 },
            Requirements = [.. run.Requirements.Select(requirement => requirement with { Text = Easy(requirement.Text) })],
        });
        File.WriteAllBytes(run.ScenariosFile, scenarios);
        Assert.That(PackedRun.WhyNotPacked(run), Has.One.Contains("1 text of the scenarios").And.One.Contains("--accept-scenarios"));

        var (pack, _) = await PackedRun.PackAsync(run, accepts: true);
        Assert.That(PackedRun.WhyNot(pack), Does.Contain("accept them with --accept-scenarios"));
        Assert.That((await PackedRun.VerifyAsync(pack, accepts: true)).Notes, Has.One.StartsWith("Accepted: 1 of the scenarios' texts"));
    }

    [Test]
    public void A_report_that_tells_something_else_is_refused() => Assert.That(
        PackedRun.WhyNot(PackedRun.Signed(PackedRun.Changed(PackFiles.Report, _ => Encoding.UTF8.GetBytes("<h1>All is well</h1>")))),
        Does.Contain("report.html is not the report that this program writes of the run: it may say anything"));

    [Test]
    public void A_statement_that_the_run_does_not_come_to_is_refused() => Assert.That(
        PackedRun.WhyNot(PackedRun.Signed(PackedRun.Entries, manifest => manifest with
        {
            Statement = manifest.Statement with { Target = new TargetRecord("our-product", "remote") },
        })),
        Does.Contain("manifest.json states something else"));

    [TestCase("fault", "started with a fault")]
    [TestCase("incomplete", "incomplete")]
    [TestCase("clock", "clock that was checked")]
    public async Task What_may_not_be_packed_is_refused_where_somebody_packs_it(string what, string said)
    {
        var run = PackedRun.With(PackedRun.Good, run => what switch
        {
            "fault" => run with { Fault = "forgets-ticked-box" },
            "incomplete" => run with { Complete = false },
            _ => run with { Clock = new ClockRecord("aged", "not needed: the browser stays at real time") },
        });
        Assert.That(PackedRun.WhyNot(await ForgedAsync(PackedRun.Entries, run)), Does.Contain(said));
    }

    [TestCase(2, "its format is 2, and this program knows 1: verify it with a newer version")]
    [TestCase(0, "its format 0 is no longer read: verify it with the version of kmsi that wrote it")]
    public void Another_format_is_refused(int format, string said) => Assert.That(
        PackedRun.WhyNot(PackedRun.Signed(PackedRun.Entries, manifest => manifest with { Format = format })), Does.Contain(said));

    [TestCase("{")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("{\"format\":\"1\"}")]
    [TestCase("{\"format\":1}")]
    public void A_manifest_that_is_none_is_refused(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var pack = PackArchive.Write(
        [
            new PackEntry(PackFiles.Manifest, bytes),
            new(PackFiles.Signature, KmsiConformance.Certification.Signing.ManifestSignature.Sign(bytes, PackedRun.Key)),
            .. PackedRun.Entries.Skip(2),
        ]);
        Assert.That(PackedRun.WhyNot(pack), Does.Contain("manifest.json cannot be read"));
    }

    // Someone forges with care: the report and the statement say the same as the record.
    private static async Task<byte[]> ForgedAsync(IReadOnlyList<PackEntry> entries, RunFolder run)
    {
        await new HtmlReporter().WriteAsync(run, CancellationToken.None);
        return PackedRun.Signed(
            entries.Select(entry => entry.Name switch
            {
                PackFiles.Run => entry with { Content = File.ReadAllBytes(run.RunFile) },
                PackFiles.Report => entry with { Content = File.ReadAllBytes(run.ReportFile) },
                _ => entry,
            }),
            manifest => manifest with { Statement = Statements.Of(run.ReadRun()) });
    }

    private static ScenarioRecord Passed(ScenarioRecord scenario) => scenario.Verdict == Verdict.Inapplicable ? scenario : scenario with
    {
        Verdict = Verdict.Passed, Reason = null, Violates = null,
        Steps = [.. scenario.Steps.Select(step => step with { Verdict = Verdict.Passed, Actual = step.Expected })],
    };

    private static byte[] Replaced(byte[] bytes, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(from, to, StringComparison.Ordinal));

    private static string Text(IReadOnlyList<PackEntry> entries, string name) =>
        Encoding.UTF8.GetString(entries.Single(entry => entry.Name == name).Content.Span);

    private static string Easy(string text) => text.Replace("cript", "CRIPT", StringComparison.Ordinal);

    // A requirement of the catalogue in other words.
    private static byte[] Easier(byte[] archive)
    {
        using var bytes = new MemoryStream();
        bytes.Write(archive);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var open = zip.GetEntry("requirements/digital-identity.yaml")!.Open();
            using var reader = new StreamReader(open, leaveOpen: true);
            var text = reader.ReadToEnd();
            open.SetLength(0);
            open.Write(Encoding.UTF8.GetBytes(Easy(text)));
        }

        return bytes.ToArray();
    }
}
