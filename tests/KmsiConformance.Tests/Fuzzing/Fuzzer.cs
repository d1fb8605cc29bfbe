using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Cli;

namespace KmsiConformance.Tests.Fuzzing;

/// <summary>
/// Gives a subject one unsound input after the other. Whatever is no answer of the program's own, takes seconds, or fills the
/// memory, is a crash; the input is kept, and the seed says how to make it again.
/// </summary>
/// <param name="subject">What reads.</param>
/// <param name="seed">Where chance begins.</param>
/// <param name="kept">The folder for inputs; what is being tried stands there too, for a process that dies of it.</param>
internal sealed class Fuzzer(FuzzSubject subject, int seed, string kept)
{
    private const long MostBytes = 2_000_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Tries inputs until there are enough.</summary>
    /// <returns>How many were tried, and what is wrong with the first that is; null where nothing is.</returns>
    public (int Tried, string? Crash) Run(int most, TimeSpan time)
    {
        Directory.CreateDirectory(kept);
        var watch = Stopwatch.StartNew();
        var tried = 0;
        while (tried < most && watch.Elapsed < time)
        {
            // Each has a seed of its own, so that one alone can be made again.
            var own = unchecked(seed + tried * 7919);
            tried++;
            var input = new Mutation(new Random(own), subject.Corpus).Next();
            var trying = Path.Combine(kept, $"trying-{subject.Name}.txt");
            File.WriteAllText(trying, input);
            if (Crash(input) is { } crash)
            {
                var file = Path.Combine(kept, string.Create(CultureInfo.InvariantCulture, $"crash-{subject.Name}-{own}.txt"));
                File.Move(trying, file, overwrite: true);
                return (tried, string.Create(CultureInfo.InvariantCulture, $"{subject.Name}, seed {own}: {crash}\nInput: {file}"));
            }

            File.Delete(trying);
        }

        return (tried, null);
    }

    /// <summary>What is wrong with how an input is answered; null where it is answered well.</summary>
    public string? Crash(string input)
    {
        string? wrong = null;
        var bytes = 0L;
        var reading = new Thread(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                subject.Read(input);
            }
            catch (Exception thrown)
            {
                wrong = Unanswered(thrown);
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        })
        {
            IsBackground = true,
        };
        reading.Start();
        if (!reading.Join(Longest)) return $"no answer within {Longest.TotalSeconds} s";
        return wrong ?? (bytes > MostBytes ? $"{bytes / 1_000_000} MB were used" : null);
    }

    private static string? Unanswered(Exception thrown)
    {
        var (_, message) = EntryPoint.Of(thrown);
        return message.StartsWith(EntryPoint.OwnFault, StringComparison.Ordinal) ? thrown.ToString()
            : string.IsNullOrWhiteSpace(message) ? $"{thrown.GetType().Name} says nothing"
            : LibraryWords.FirstOrDefault(word => message.Contains(word, StringComparison.Ordinal)) is { } word
                ? $"'{word}' in the message: {message}"
            : null;
    }

    private static readonly string[] LibraryWords = ["System.", "Nullable`", "KmsiConformance.", "Object reference", "TooFew",
    "YamlDotNet", "Newtonsoft"];
}
