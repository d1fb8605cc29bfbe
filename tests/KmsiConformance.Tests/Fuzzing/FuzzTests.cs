using System.Globalization;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Fuzzing;

/// <summary>
/// Whatever is given to the program to read, it answers with a code and a message of its own. A few inputs with every change;
/// <c>.ci/fuzz</c> tries others for minutes.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class FuzzTests
{
    private const int Seed = 20_260_000;
    private const int Few = 60;

    private static string Kept => Path.Combine(Repository.Root, "reports", "fuzz");

    private static IEnumerable<string> Subjects => FuzzSubjects.All.Keys;

    [TestCaseSource(nameof(Subjects))]
    public void Every_unsound_input_is_answered(string name)
    {
        using var subject = FuzzSubjects.All[name]();
        var kept = Path.Combine(Path.GetTempPath(), $"kmsi-fuzz-{Environment.ProcessId}");
        var (_, crash) = new Fuzzer(subject, Seed, kept).Run(Few, TimeSpan.FromMinutes(1));
        Assert.That(crash, Is.Null);
    }

    [TestCaseSource(nameof(Subjects))]
    public void Every_sound_input_is_read(string name)
    {
        using var subject = FuzzSubjects.All[name]();
        var fuzzer = new Fuzzer(subject, Seed, Path.GetTempPath());
        foreach (var sound in subject.Corpus.Take(10)) Assert.That(fuzzer.Crash(sound), Is.Null);
    }

    [Test]
    public async Task Nothing_that_minutes_of_chance_bring_up_is_left_unanswered()
    {
        if (Environment.GetEnvironmentVariable("KMSI_FUZZ_MINUTES") is not { Length: > 0 } told)
            Assert.Ignore("It takes minutes: .ci/fuzz runs it.");
        else
            await FuzzAsync(double.Parse(told, CultureInfo.InvariantCulture));
    }

    private static async Task FuzzAsync(double minutes)
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("KMSI_FUZZ_SEED") ?? "1", CultureInfo.InvariantCulture);
        var each = TimeSpan.FromMinutes(minutes) / (FuzzSubjects.All.Count + 1);
        var crashes = new List<string>();
        foreach (var (name, make) in FuzzSubjects.All)
        {
            using var subject = make();
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var all = 0;

            // One crash does not hide the others: it goes on behind it.
            while (watch.Elapsed < each && crashes.Count < 100)
            {
                var (tried, crash) = new Fuzzer(subject, unchecked(seed + all * 7919), Kept).Run(int.MaxValue, each - watch.Elapsed);
                all += tried;
                if (crash is not null) crashes.Add(crash);
            }

            await TestContext.Progress.WriteLineAsync($"{name}: {all} inputs");
        }

        crashes.AddRange(await CommandLinesAsync(each, seed));
        await TestContext.Progress.WriteLineAsync($"{crashes.Count} crashes");
        foreach (var crash in crashes) await TestContext.Progress.WriteLineAsync(crash);
        Assert.That(crashes, Is.Empty);
    }

    private static async Task<List<string>> CommandLinesAsync(TimeSpan time, int seed)
    {
        var crashes = new List<string>();
        var folder = FuzzedCommand.Folder();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var tried = 0;
        for (; watch.Elapsed < time; tried++)
        {
            var own = unchecked(seed + tried * 7919);
            var text = new Mutation(new Random(own), FuzzedCommand.Corpus).Next();
            if (text.Length > 100_000 || await FuzzedCommand.CrashAsync(text, folder) is not { } crash) continue;
            Directory.CreateDirectory(Kept);
            var file = Path.Combine(Kept, string.Create(CultureInfo.InvariantCulture, $"crash-program-{own}.txt"));
            await File.WriteAllTextAsync(file, text);
            crashes.Add(string.Create(CultureInfo.InvariantCulture, $"program, seed {own}: {crash}\nInput: {file}"));
        }

        Directory.Delete(folder, recursive: true);
        await TestContext.Progress.WriteLineAsync($"program: {tried} command lines");
        return crashes;
    }
}
