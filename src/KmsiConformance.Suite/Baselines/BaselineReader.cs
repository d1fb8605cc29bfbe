using System.Globalization;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Baselines;

/// <summary>Reads a baseline: a list of results that are lived with.</summary>
public static class BaselineReader
{
    /// <summary>The key under which the list stands.</summary>
    public const string Key = "baseline";

    private static readonly string[] Keys =
        ["scenario", "verdict", "check", "seen", "reason", "ticket", "owner", "until", "browser", "profile"];

    // PASSED is no news, and what does not apply or was not reached cannot be lived with.
    private static readonly Dictionary<string, Verdict> Expected = new(StringComparer.Ordinal)
    {
        [Verdict.Failed.Text()] = Verdict.Failed,
        [Verdict.Flaky.Text()] = Verdict.Flaky,
        [Verdict.CantTell.Text()] = Verdict.CantTell,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="SuiteException">Something in it is wrong.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static Baseline Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no baseline {path}. 'kmsi baseline write RUN --out {path}' makes one.", path);
        var root = YamlFile.Read(path, path).Root;
        if (root.Entries.FirstOrDefault(entry => entry.Key != Key) is { Key: { } other })
            throw root.KeyProblem(other, $"A baseline has no '{other}'. Expected '{Key}:' and a list.");

        // A list of which everything was taken out.
        var list = root.Get(Key);
        return new Baseline(path, list is { IsMap: false, IsList: false, Text: "" } ? [] : [.. list.Items.Select(Entry)]);
    }

    private static BaselineEntry Entry(YamlValue entry)
    {
        if (entry.Entries.FirstOrDefault(one => !Keys.Contains(one.Key, StringComparer.Ordinal)) is { Key: { } other })
            throw entry.KeyProblem(other, $"An entry has no '{other}'.{NearestName.Hint(other, Keys)} It has {string.Join(", ", Keys)}.");
        var verdict = entry.Get("verdict").OneOf(Expected);
        if (verdict != Verdict.CantTell && entry.Find("check") is null)
            throw entry.Problem("Expected 'check:', the check that fails, so that another failure of the scenario is not covered.");
        return new BaselineEntry(
            Said(entry, "scenario"), verdict, entry.Find("check")?.Text, entry.Find("seen") is null ? null : Said(entry, "seen"),
            Said(entry, "reason"), Said(entry, "owner"), Day(entry.Get("until")), entry.Line)
        {
            Ticket = entry.Find("ticket")?.Text, Browser = entry.Find("browser")?.Text, Profile = entry.Find("profile")?.Text,
        };
    }

    private static string Said(YamlValue entry, string key) => entry.Get(key) is { } value && !string.IsNullOrWhiteSpace(value.Text)
        ? value.Text
        : throw entry.Get(key).Problem($"'{key}' says nothing.");

    private static DateOnly Day(YamlValue day) =>
        DateOnly.TryParseExact(day.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
            : throw day.Problem($"'{day.Text}' is no day. Expected the last one on which it is lived with, such as 2027-03-31.");
}
