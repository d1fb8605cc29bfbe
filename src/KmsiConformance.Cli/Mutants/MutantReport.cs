using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Mutants;

/// <summary>Says what became of the mutants.</summary>
internal static class MutantReport
{
    /// <summary>One mutant, as it is known.</summary>
    public static void Line(JudgedMutant judged) =>
        Console.WriteLine($"{judged.Word,-9} {judged.Mutant} ({judged.Profile}): {judged.Because}");

    /// <summary>The checks with how many they killed, and the sums.</summary>
    public static void Sums(IReadOnlyList<JudgedMutant> all, IReadOnlyDictionary<string, IReadOnlyList<string>> unasked)
    {
        foreach (var (check, killed) in Killers(all)) Console.WriteLine($"{killed,5} {check}");
        foreach (var (profile, points) in unasked.Where(one => one.Value.Count > 0))
            Console.WriteLine($"No scenario of {profile} asks for {string.Join(", ", points)}.");
        foreach (var profile in all.GroupBy(judged => judged.Profile, StringComparer.Ordinal))
            Console.WriteLine(
                $"{profile.Key}: {profile.Count()} mutants, {profile.Count(one => one.IsKilled)} killed by scenarios, "
                + $"{profile.Count(one => one.Word == "explored")} by exploring alone, "
                + $"{profile.Count(one => one.Word == "listed")} listed, "
                + $"{profile.Count(one => one.IsIdle)} without a difference, {profile.Count(one => one.IsOpen)} survived, "
                + $"{profile.Count(one => one.IsStale)} listed for no reason");
    }

    /// <summary>Everything for machines.</summary>
    public static void Json(IReadOnlyList<JudgedMutant> all, IReadOnlyDictionary<string, IReadOnlyList<string>> unasked) =>
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                Mutants = all.Select(judged => new
                {
                    Name = judged.Mutant,
                    judged.Profile,
                    Became = judged.Word.ToLowerInvariant(),
                    judged.Reached,
                    KilledBy = judged.Outcome.Kills.Select(kill => new { kill.Check, kill.Scenario }),
                    Explored = judged.Explored is { } found ? new { found.Number, found.Check, found.Requirements } : null,
                    judged.Listed?.Reason,
                }),
                Checks = Killers(all).Select(one => new { Name = one.Check, one.Killed }),
                Unasked = unasked,
            },
            RunFolder.Json));

    // A mutant counts once for each check that noticed it.
    private static IEnumerable<(string Check, int Killed)> Killers(IEnumerable<JudgedMutant> all) => all
        .SelectMany(judged => judged.Outcome.Kills.SelectMany(kill => kill.Check.Split(", ")).Distinct(StringComparer.Ordinal))
        .GroupBy(check => check, StringComparer.Ordinal)
        .Select(check => (check.Key, check.Count()))
        .OrderByDescending(check => check.Item2).ThenBy(check => check.Key, StringComparer.Ordinal);
}
