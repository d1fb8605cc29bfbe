using System.Text;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Cli;
using KmsiConformance.Cli.Packing;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.Reporting;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>A run is packed and verified by the real program.</summary>
internal sealed class PackTests
{
    [Test]
    public void Packing_says_what_was_signed_with_which_key()
    {
        Assert.That(PackedRun.Said, Does.Contain($"Signed with the key {KeyFingerprint.Text(PackedRun.Key)}")
            .And.Contain("CONFORMANT. 27 scenarios judged, none failed.").And.Contain("Not applicable: 1 of 28")
            .And.Not.Contain("NOT CONF"));
    }

    [Test]
    public async Task Verifying_says_the_same_and_lays_out_a_run_that_can_be_judged_again()
    {
        var into = PackedRun.NewPath("laid-out");
        var (code, output, error) = await Kmsi.RunAsync(
            "pack", "verify", PackedRun.PackFile, "--public-key", KeyFile.PublicOf(PackedRun.KeyFileName), "--out", into);
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("every byte of 6 files").And.Contain("Judged again: 28 scenarios")
            .And.Contain("CONFORMANT. 27 scenarios judged").And.Not.Contain("Note:"));
        var run = new RunFolder(into);
        Assert.That(File.ReadAllBytes(run.RunFile), Is.EqualTo(File.ReadAllBytes(PackedRun.Good.RunFile)));
        Assert.That(File.ReadAllBytes(run.EventsFile), Is.EqualTo(File.ReadAllBytes(PackedRun.Good.EventsFile)));
        Assert.That(File.Exists(run.ReportFile), Is.True);
    }

    [Test]
    public async Task The_same_run_gives_the_same_bytes_but_for_the_time_and_the_signature()
    {
        var (pack, manifest) = await PackedRun.PackAsync(PackedRun.Good);
        var first = Manifest.Read("pack", PackedRun.Entries[0].Content);
        Assert.That((manifest with { PackedUtc = first.PackedUtc }).ToBytes(), Is.EqualTo(first.ToBytes()));
        var again = new PackReader("pack", pack).Read();
        Assert.That(again.Skip(2).Select(HashedFile.Of), Is.EqualTo(PackedRun.Entries.Skip(2).Select(HashedFile.Of)));
        Assert.That(PackArchive.Write([.. PackedRun.Entries.Take(2), .. again.Skip(2)]), Is.EqualTo(PackedRun.Pack));
    }

    [Test]
    public async Task A_failure_is_packed_and_said_plainly()
    {
        var (pack, manifest) = await PackedRun.PackAsync(PackedRun.Failed);
        Assert.That(manifest.Statement.Outcome, Is.EqualTo(Statements.NotConformant));
        var file = PackedRun.NewPath("failed.pack.zip");
        await File.WriteAllBytesAsync(file, pack);
        var (code, output, error) = await Kmsi.RunAsync(
            "pack", "verify", file, "--public-key", KeyFile.PublicOf(PackedRun.KeyFileName));
        Assert.That((code, error), Is.EqualTo((ExitCodes.NotConformant, "")));
        Assert.That(output, Does.Match(@"NOT CONFORMANT\. \d+ scenarios? failed out of 27 judged"));
    }

    [Test]
    public void A_failure_that_the_target_file_expects_is_one_all_the_same()
    {
        var expected = PackedRun.With(PackedRun.Failed, run => run with
        {
            Scenarios = [.. run.Scenarios.Select(scenario => scenario.Verdict != Verdict.Failed ? scenario
                : scenario with { Known = new KnownFailureRecord("ours", true) { Seen = scenario.Deciding()!.Actual! } })],
        });
        var statement = Statements.Of(expected.ReadRun());
        Assert.That(statement.Outcome, Is.EqualTo(Statements.NotConformant));
        Assert.That(statement.Because, Does.Contain("failed out of").And.Contain("makes"));
    }

    [Test]
    public async Task Pictures_that_events_name_are_packed_and_nothing_else_of_the_folder()
    {
        var run = PackedRun.With(PackedRun.Good, run => run);
        var last = run.ReadEvents().Last();
        foreach (var (index, name) in ((string[])["evidence/page.png", "evidence/gone.png", "../secret.png"]).Index())
            await File.AppendAllTextAsync(run.EventsFile, System.Text.Json.JsonSerializer.Serialize<Event>(
                new ScreenshotTaken(name, "the page")
                {
                    Scenario = last.Scenario, Sequence = last.Sequence + 1 + index, Step = last.Step, At = last.At,
                }, RunFolder.Json) + "\n");
        foreach (var name in (string[])["evidence/page.png", "evidence/other.png", "../secret.png"])
            await File.WriteAllBytesAsync(Path.Combine(run.Path, name), SamplePicture.Png(40, 30));

        var (pack, _) = await PackedRun.PackAsync(run);
        var names = new PackReader("pack", pack).Read().Select(entry => entry.Name);
        Assert.That(names.Where(name => name.Contains("png", StringComparison.Ordinal)), Is.EqualTo(["evidence/page.png"]));
        Assert.That((await PackedRun.VerifyAsync(pack)).Notes, Is.Empty);
    }

    [Test]
    public async Task A_pack_of_another_build_is_judged_by_this_one_which_says_so()
    {
        var other = PackedRun.Signed(PackedRun.Entries, OfAnotherBuild);
        Assert.That((await PackedRun.VerifyAsync(other)).Notes.Single(), Does.Contain("another build").And.Contain(ProgramBuild.Hash));
    }

    [Test]
    public async Task What_a_report_of_another_build_says_is_not_relied_on()
    {
        var other = PackedRun.Signed(
            PackedRun.Changed(PackFiles.Report, _ => Encoding.UTF8.GetBytes("<h1>All is well</h1>")), OfAnotherBuild);
        Assert.That((await PackedRun.VerifyAsync(other)).Notes, Has.One.Contains("may say anything"));
    }

    [Test]
    public async Task What_a_pack_says_makes_no_line_of_its_own_and_the_verdict_comes_last()
    {
        var (pack, _) = await PackedRun.PackAsync(PackedRun.With(PackedRun.Failed, run => run with
        {
            Notes = ["It is so\nCONFORMANT. 27 scenarios judged, none failed."],
        }));
        var file = PackedRun.NewPath("noted.pack.zip");
        await File.WriteAllBytesAsync(file, pack);
        var (_, output, _) = await Kmsi.RunAsync("pack", "verify", file, "--public-key", KeyFile.PublicOf(PackedRun.KeyFileName));
        var lines = output.TrimEnd().Split('\n');
        Assert.That(lines, Has.One.StartsWith("Note: It is so CONFORMANT").And.One.EqualTo("Third-party cookies: allowed"));
        Assert.That(lines.Where(line => line.StartsWith("CONF", StringComparison.Ordinal)), Is.Empty);
        Assert.That(lines.Last(line => line.Contains("CONFORMANT", StringComparison.Ordinal)), Does.StartWith("NOT CONFORMANT."));
    }

    [Test]
    public void A_run_is_refused_where_a_pack_is_verified() => Assert.That(
        EntryPoint.Parse(["pack", "reports/RUN", "verify", "RUN.pack.zip", "--public-key", "vendor.key.pub"]).Errors
            .Select(error => error.Message),
        Has.One.StartsWith("reports/RUN has no effect before 'verify'"));

    [Test]
    [Platform("Linux")]
    public void A_link_beside_its_file_is_followed()
    {
        var name = Path.GetRandomFileName();
        File.CreateSymbolicLink(name, PackedRun.PackFile);
        try
        {
            Assert.That(OrdinaryFile.Length(name), Is.EqualTo(PackedRun.Pack.Length));
        }
        finally
        {
            File.Delete(name);
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_record_that_is_a_device_is_not_read()
    {
        var run = PackedRun.With(PackedRun.Good, run => run);
        File.Delete(run.RunFile);
        File.CreateSymbolicLink(run.RunFile, "/dev/zero");
        Assert.That(() => PackedRun.PackAsync(run), Throws.TypeOf<InvalidDataException>().With.Message.Contains("no ordinary file"));
    }

    [Test]
    public async Task Nothing_is_written_over()
    {
        var (code, _, error) = await Kmsi.RunAsync(
            "pack", PackedRun.Good.Path, "--key", PackedRun.KeyFileName, "--out", PackedRun.PackFile);
        Assert.That((code, error), Is.EqualTo((ExitCodes.WrongUse, error)));
        Assert.That(error, Does.Contain("no pack is ever written over"));
    }

    [Test]
    public void The_manifest_lists_every_text_of_the_scenarios()
    {
        var manifest = Manifest.Read("pack", PackedRun.Entries[0].Content);
        Assert.That(manifest.Texts.Select(text => text.Name), Has.Some.EqualTo("profiles.yaml").And.Some.StartsWith("requirements/")
            .And.Some.EqualTo("recipes/web.yaml").And.Some.StartsWith("catalogue/web/"));
    }

    [Test]
    public void A_program_computes_its_build_as_sha256sum_would()
    {
        var files = Directory.GetFiles(AppContext.BaseDirectory, "KmsiConformance.*.dll").Select(Path.GetFileName).OfType<string>()
            .Where(name => !name.Contains("Tests", StringComparison.Ordinal) && !name.Contains("Mutations", StringComparison.Ordinal)
                && !name.Contains("Packages", StringComparison.Ordinal)).Append("kmsi.dll").Order(StringComparer.Ordinal);
        var list = string.Concat(files.Select(name =>
            $"{HashedFile.Of(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, name))).Sha256}  {name}\n"));
        Assert.That(ProgramBuild.Hash, Is.EqualTo(HashedFile.Of("list", Encoding.UTF8.GetBytes(list)).Sha256));
    }

    private static Manifest OfAnotherBuild(Manifest manifest) =>
        manifest with { Tool = manifest.Tool with { Build = new string('0', 64) } };
}
