using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Targets.Files;

/// <summary>Reads how a target is started and how its time is set.</summary>
internal static class StartReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static StartCommand? Read(YamlValue root, string folder)
    {
        var start = root.Find("start");
        switch (root.Get("kind").Text)
        {
            case "process" when start is null:
                throw root.Problem("A target of kind process is started by the harness: expected the key 'start' with its command.");
            case "remote" when start is not null:
                throw start.Problem(
                    "A target of kind remote runs already, so nothing is started. Leave out 'start', or write kind: process.");
            case "remote" when root.Get("clock") is { IsMap: false, Text: "process" }:
                throw root.Get("clock").Problem(
                    "The processes of a remote target run elsewhere, where no library of ours moves their clock. Write 'clock: none', "
                    + "and what needs time is not judged; or 'clock: { hook: … }' where it offers a call that sets its time "
                    + "(docs/targets.md); or 'kind: process' with 'start' where the harness starts it.");
        }

        if (start is null) return null;
        if (start.Find("version") is not null && root.Find("version") is { } written)
            throw written.Problem("The product says its version itself, by 'start.version': one of the two has no effect. Leave it out.");
        var within = start.Find("folder") is { } named ? Path.GetFullPath(Path.Combine(folder, named.Text)) : folder;
        if (!Directory.Exists(within)) throw start.Get("folder").Problem($"There is no folder {within}.");
        return new StartCommand(
            start.Texts("command"),
            within,
            start.Find("environment")?.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal) ?? [],
            start.Get("ready").Text,
            start.Find("ready-within") is { } limit ? Limit(limit) : TimeSpan.FromMinutes(2),
            start.Find("fresh")?.Text switch { "scenario" => Freshness.Scenario, "run" => Freshness.Run, _ => Freshness.Worker },
            [.. (start.Find("setup")?.Items ?? []).Select(command => (IReadOnlyList<string>)[.. command.Items.Select(word => word.Text)])])
        {
            Version = start.Find("version") is { } version ? [.. version.Items.Select(word => word.Text)] : null,
            Installed = start.Find("installed") is { } made ? Path.Combine(within, made.Text) : null,
        };
    }

    /// <summary>A length of real time that somebody waits for.</summary>
    public static TimeSpan Limit(YamlValue value) => Lengths.Read(value) is var limit && limit > TimeSpan.Zero && limit <= Longest
        ? limit
        : throw value.Problem($"'{value.Text}' is nothing that a run can wait for: expected more than 0 seconds and at most 1 day.");

    public static ClockHook Hook(YamlValue hook)
    {
        var (address, body) = (hook.Get("address"), hook.Find("body"));
        return $"{address.Text}{body?.Text}".Contains("{offset}", StringComparison.Ordinal)
            || $"{address.Text}{body?.Text}".Contains("{now}", StringComparison.Ordinal)
            ? new ClockHook(
                hook.Find("method")?.Text ?? "POST", address.Text, body?.Text, hook.Find("content-type")?.Text ?? "application/json")
            : throw hook.Problem("The call says no time: expected {offset} or {now} in its address or body.");
    }
}
