using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>The command that runs one scenario of a run again.</summary>
internal static class RerunCommand
{
    // What chooses scenarios, or shares them among machines: one scenario is chosen instead.
    private static readonly string[] Choosing =
        ["--only", "--quick", "--last-failed", "--shard", "--queue", "--queue-name", "--lease", "--timings", "--max-failures", "--out"];

    /// <summary>The command, to be pasted into a shell.</summary>
    public static string Of(RunRecord run, ScenarioRecord scenario)
    {
        var words = new List<string> { "kmsi", "run" };
        var kept = run.Plan?.Arguments ?? ["--profile", run.Profile];
        for (var at = 0; at < kept.Count; at++)
        {
            var option = kept[at].Split('=')[0];
            if (!Choosing.Contains(option, StringComparer.Ordinal)) words.Add(Quoted(kept[at]));
            else if (option == kept[at] && at + 1 < kept.Count && !kept[at + 1].StartsWith("--", StringComparison.Ordinal)) at++;
        }

        return string.Join(' ', words.Append("--only").Append(Quoted(scenario.Id)));
    }

    // Single quotes mean the same in POSIX shells and in PowerShell as long as there is none inside.
    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=@,+".Contains(letter, StringComparison.Ordinal))
            ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
