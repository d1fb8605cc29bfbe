using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using KmsiConformance.Ledger;

namespace KmsiConformance.Runner.Scheduling;

/// <summary>
/// What runs have in common that are parts of one plan, whichever machine does them: another target, browser or scenario would make
/// their results no result.
/// </summary>
public static class PlanIdentity
{
    /// <summary>What it is, point by point, each as messages call it.</summary>
    public static IReadOnlyList<(string What, string? Value)> Of(RunRecord run) =>
    [
        ("the profile", run.Profile),
        ("the target", Target(run)),
        ("the fault", run.Fault),
        ("the browser", run.Browser.Name),
        ("the browser's version", run.Browser.Version),
        ("the clock", run.Clock.Mode),
        ("the tool", $"{run.Tool.Name} {run.Tool.Version}"),
        ("the command line", Words(run)),
        ("the number of scenarios in the plan", Whole(run)?.Count.ToString(CultureInfo.InvariantCulture)),
        ("the target file", run.Plan?.TargetFile),
        ("the kept scenarios", run.Plan?.Archive),
    ];

    /// <summary>The same as text, for others to compare with; without secrets.</summary>
    internal static string Text(RunRecord run) => Secrets.MaskText(
        JsonSerializer.Serialize(Of(run).ToDictionary(one => one.What, one => one.Value, StringComparer.Ordinal), RunFolder.Json));

    /// <summary>What tells a plan from another: the SHA-256 of its text, in hexadecimal digits.</summary>
    public static (string Fingerprint, string Text) FingerprintOf(RunRecord run)
    {
        var text = Text(run);
        return (Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), text);
    }

    /// <summary>The first point in which another plan differs, in a clause; null where none does.</summary>
    /// <param name="other">What <see cref="FingerprintOf"/> said of the other.</param>
    public static string? Difference(RunRecord mine, string other)
    {
        var theirs = JsonSerializer.Deserialize<Dictionary<string, string?>>(other)!;
        var own = JsonSerializer.Deserialize<Dictionary<string, string?>>(Text(mine))!;
        return own.Select(point => (What: point.Key, Here: point.Value, There: theirs.GetValueOrDefault(point.Key)))
            .Where(point => point.Here != point.There)
            .Select(point => $"{point.What} is {point.There ?? "none"} there, and {point.Here ?? "none"} here").FirstOrDefault();
    }

    /// <summary>The ids of all scenarios of the plan of which the run is a part.</summary>
    public static IReadOnlyList<string>? Whole(RunRecord run) => run.Plan?.Whole ?? run.Plan?.Scenarios;

    // Where it listens may differ from machine to machine.
    private static string Target(RunRecord run) =>
        string.Join(
            ", ",
            new[] { run.Target.Name, run.Target.Kind, run.Target.Behaves, run.Target.Version, run.Target.Policy }.OfType<string>());

    // Where files stand may differ too: what is in them is compared by itself.
    private static string? Words(RunRecord run) => run.Plan?.Arguments is { } arguments
        ? string.Join(' ', arguments.Select(word => Path.IsPathRooted(word) ? Path.GetFileName(word) : word)) : null;
}
