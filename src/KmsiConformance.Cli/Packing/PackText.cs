using System.Globalization;
using KmsiConformance.Certification;
using KmsiConformance.Cli.Output;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting;
using Spectre.Console;

namespace KmsiConformance.Cli.Packing;

/// <summary>What the terminal says of a pack.</summary>
internal static class PackText
{
    /// <summary>What was signed, and the fingerprint by which others know the key.</summary>
    public static void Packed(string file, long size, Manifest manifest, RunRecord run)
    {
        Say($"Pack: {file} ({Size(size)})");
        Say($"Signed with the key {manifest.Key}");
        Stated(manifest.Statement, run, run.Notes);
    }

    /// <summary>What was verified, and what that comes to.</summary>
    public static void Verified(string file, long size, VerifiedPack pack)
    {
        var (manifest, run) = (pack.Manifest, pack.Run);
        Say(
            $"Pack: {file} ({Size(size)}), packed {Wording.Utc(manifest.PackedUtc)} by {manifest.Tool.Name} {manifest.Tool.Version}");
        Say($"Signed with the key {manifest.Key}, the one that was given");
        Say(string.Create(
            CultureInfo.InvariantCulture, $"Unchanged: every byte of {pack.Entries.Count} files is as it was signed"));
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Judged again: {run.Scenarios.Count} scenarios and {run.Requirements.Count} requirements came to the verdicts it claims"));
        Stated(manifest.Statement, run, pack.Notes);
    }

    private static void Stated(Statement statement, RunRecord run, IReadOnlyList<string> notes)
    {
        var target = statement.Target;
        Say(
            $"Target: {target.Name}{(target.Version is { } version ? $" {version}" : "")}"
            + (target.Address is { } address ? $" at {address}" : "") + (target.Behaves is { } behaves ? $", behaves by {behaves}" : ""));
        Say($"Run: {statement.Run}, {Wording.Utc(statement.StartedUtc)}, profile {statement.Profile}, {statement.Browser}");
        Say($"Clock: {statement.Clock}");
        Say($"Third-party cookies: {run.ThirdPartyCookies ?? "not said"}");
        if (run.Scenarios.Count(scenario => scenario.Verdict == Verdict.Inapplicable) is > 0 and var idle)
            Say(string.Create(
                CultureInfo.InvariantCulture, $"Not applicable: {idle} of {run.Scenarios.Count} scenarios; the report says why"));
        foreach (var note in notes) Say($"Note: {note}");
        var colour = VerdictStyle.Colour(statement.Outcome == Statements.Conformant ? Verdict.Passed : Verdict.Failed);
        Terminal.Console.MarkupLine($"[{colour}]{statement.Outcome}.[/] {Markup.Escape(SafeText.OneLine(statement.Because))}");
    }

    // Names and notes are the packer's words: none of them makes a line of its own.
    private static void Say(string line) => Console.WriteLine(SafeText.OneLine(line));

    private static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB");
}
