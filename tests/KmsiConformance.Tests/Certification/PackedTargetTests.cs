using System.Text;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Cli;
using KmsiConformance.Cli.Packing;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>The target file of a run goes into its pack as the run read it, and its secrets stay where they are kept.</summary>
internal sealed class PackedTargetTests
{
    private const string Variable = "KMSI_PACKED_TARGET_PASSWORD";
    private const string Value = "sown-by-us-in-a-variable";

    [SetUp]
    public void Set() => Environment.SetEnvironmentVariable(Variable, Value);

    [TearDown]
    public void Unset() => Environment.SetEnvironmentVariable(Variable, null);

    [Test]
    public async Task The_file_is_in_the_pack_as_it_is_where_no_secret_stands_in_it()
    {
        var file = Write(text => text);
        var (pack, _) = await PackedRun.PackAsync(RunAgainst(file));
        Assert.That(Text(pack, PackFiles.Target), Is.EqualTo(await File.ReadAllTextAsync(file)));
        Assert.That((await PackedRun.VerifyAsync(pack)).Manifest.Files.Select(one => one.Name), Has.Member(PackFiles.Target));
    }

    [Test]
    public async Task No_secret_is_in_the_pack_wherever_somebody_has_put_it()
    {
        var file = Write(text => text.Replace(
            "    PORT:", $"    DB_PASSWORD: sown-by-us-in-the-file\n    NOTE: it is {Value}\n    PORT:", StringComparison.Ordinal));
        var (pack, _) = await PackedRun.PackAsync(RunAgainst(file));
        Assert.That(Text(pack, PackFiles.Target), Does.Contain("DB_PASSWORD: \"***\"")
            .And.Contain("NOTE: \"it is ***\"").And.Contain($"env:{Variable}"));
        Assert.That(Encoding.Latin1.GetString(pack), Does.Not.Contain("sown-by-us"));
    }

    [Test]
    public void A_secret_that_stands_in_the_record_is_refused()
    {
        var file = Write(text => text);
        const string another = "sown-by-us-in-the-record";
        Environment.SetEnvironmentVariable(Variable, another);
        var run = PackedRun.With(RunAgainst(file), one => one with { Notes = [another] });
        Assert.That(PackedRun.WhyNotPacked(run, file), Has.Some.Contains("A secret of the target stands in run.json"));
    }

    [Test]
    public void A_secret_that_nobody_can_look_for_is_a_reason()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Assert.That(Reasons(Write(text => text)).Single(), Does.Contain(Variable).And.Contain("nobody can see"));
    }

    [Test]
    public void A_file_that_was_changed_since_or_is_gone_is_a_reason()
    {
        var file = Write(text => text);
        var run = Against(file)(PackedRun.Good.ReadRun());
        File.AppendAllText(file, "# more\n");
        Assert.That(Reasons(run).Single(), Does.Contain("was changed since the run"));
        File.Delete(file);
        Assert.That(Reasons(run).Single(), Does.Contain("is not there").And.Contain("--target FILE"));
    }

    [Test]
    public void A_file_that_was_moved_is_named()
    {
        var file = Write(text => text);
        var run = Against(file)(PackedRun.Good.ReadRun());
        var moved = PackedRun.NewPath("moved.yaml");
        File.Move(file, moved);
        File.Copy(Path.Combine(Path.GetDirectoryName(file)!, "erin"), Path.Combine(Path.GetDirectoryName(moved)!, "erin"));
        Assert.That(TargetTexts.Of(run, moved, PackedRun.Good).Reasons, Is.Empty);
    }

    [Test]
    public void A_file_has_no_effect_beside_the_reference() => Assert.That(
        () => TargetTexts.Of(PackedRun.Good.ReadRun(), "some.yaml", PackedRun.Good),
        Throws.TypeOf<UserErrorException>().With.Message.Contains("has no effect"));

    [Test]
    public async Task A_pack_without_the_target_file_of_its_run_is_refused()
    {
        var (pack, _) = await PackedRun.PackAsync(RunAgainst(Write(text => text)));
        var files = new PackReader("pack", pack).Read();
        var manifest = Manifest.Read("pack", files[0].Content);
        var forged = PackedRun.Signed(files.Where(file => file.Name != PackFiles.Target), one => manifest with { Files = one.Files });
        Assert.That(PackedRun.WhyNot(forged), Does.Contain("holds no target.yaml"));
        var other = PackedRun.Signed(
            files.Select(file => file.Name == PackFiles.Target ? file with { Content = "profile: web"u8.ToArray() } : file),
            one => manifest with { Files = one.Files });
        Assert.That(PackedRun.WhyNot(other), Does.Contain("target.yaml is not the target file of the run"));
    }

    // What a run says of its target is not in its events.
    private static Func<RunRecord, RunRecord> Against(string file) => run => run with
    {
        Plan = run.Plan! with { TargetFile = ResumedRun.Fingerprint(file), Arguments = ["--target", file] },
    };

    private static RunFolder RunAgainst(string file) => PackedRun.With(PackedRun.Good, Against(file));

    private static IReadOnlyList<string> Reasons(string file) => Reasons(Against(file)(PackedRun.Good.ReadRun()));

    private static IReadOnlyList<string> Reasons(RunRecord run) => TargetTexts.Of(run, null, PackedRun.Good).Reasons;

    private static string Write(Func<string, string> change)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "targets", "aspnetcore-identity.yaml"));
        text = text.Replace("alice@example.com, password: made", $"alice@example.com, password: env:{Variable}", StringComparison.Ordinal)
            .Replace("erin@example.com, password: made", "erin@example.com, password: file:erin", StringComparison.Ordinal);
        text = text.Replace("folder: ../../", $"folder: {Repository.Root}/", StringComparison.Ordinal);
        text = text[..text.IndexOf("known:", StringComparison.Ordinal)] + text[text.IndexOf("start:", StringComparison.Ordinal)..];
        var file = PackedRun.NewPath("target.yaml");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(file)!, "erin"), "sown-by-us-in-a-file\n");
        File.WriteAllText(file, change(text));
        return file;
    }

    private static string Text(byte[] pack, string name) =>
        Encoding.UTF8.GetString(new PackReader("pack", pack).Read().Single(entry => entry.Name == name).Content.Span);
}
