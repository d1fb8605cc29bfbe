using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>The command that runs one scenario of a run again.</summary>
internal static class RerunCommand
{
    // What chooses scenarios, or shares them among machines: one scenario is chosen instead.
    private static readonly string[] Choosing =
        ["--only", "--quick", "--last-failed", "--shard", "--queue", "--queue-name", "--lease", "--timings", "--max-failures", "--out"];

    // How a run says that it was of one file, and not of the catalogue.
    private const string Alone = " alone";

    /// <summary>The command, to be pasted into a shell.</summary>
    public static string Of(RunRecord run, ScenarioRecord scenario)
    {
        var file = run.Plan?.Selection is { } selection && selection.EndsWith(Alone, StringComparison.Ordinal)
            ? selection[..^Alone.Length] : null;
        var words = new List<string> { "kmsi", "run" };
        if (file is not null) words.Add(Quoted(file));
        foreach (var option in Options(run.Plan?.Arguments ?? ["--profile", run.Profile]))
        {
            if (Choosing.Contains(option[0], StringComparer.Ordinal)) continue;
            if (option.Count == 1) words.Add(Quoted(option[0]));
            foreach (var value in option.Skip(1)) words.AddRange([Quoted(option[0]), Quoted(value)]);
        }

        if (file is null) words.AddRange(["--only", Quoted(scenario.Id)]);
        return string.Join(' ', words);
    }

    // Each option with all its values: a run keeps those of one that was given several times together.
    private static IEnumerable<List<string>> Options(IReadOnlyList<string> kept)
    {
        var option = new List<string>();
        foreach (var word in kept)
        {
            if (word.StartsWith("--", StringComparison.Ordinal) && option.Count > 0)
            {
                yield return option;
                option = [];
            }

            option.Add(word);
        }

        if (option.Count > 0) yield return option;
    }

    // Single quotes mean the same in POSIX shells and in PowerShell as long as there is none inside.
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=@,+".Contains(letter, StringComparison.Ordinal))
            ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
