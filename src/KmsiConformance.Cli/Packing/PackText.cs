using System.Globalization;
using KmsiConformance.Certification;
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
        Console.WriteLine($"Pack: {file} ({Size(size)})");
        Console.WriteLine($"Signed with the key {manifest.Key}");
        Stated(manifest.Statement, run);
    }

    /// <summary>What was verified, and what that comes to.</summary>
    public static void Verified(string file, long size, VerifiedPack pack)
    {
        var (manifest, run) = (pack.Manifest, pack.Run);
        Console.WriteLine(
            $"Pack: {file} ({Size(size)}), packed {Wording.Utc(manifest.PackedUtc)} by {manifest.Tool.Name} {manifest.Tool.Version}");
        Console.WriteLine($"Signed with the key {manifest.Key}, the one that was given");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Unchanged: every byte of {pack.Entries.Count} files is as it was signed"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Judged again: {run.Scenarios.Count} scenarios and {run.Requirements.Count} requirements came to the verdicts it claims"));
        Stated(manifest.Statement, run);
        foreach (var note in pack.Notes) Console.WriteLine($"Note: {note}");
    }

    private static void Stated(Statement statement, RunRecord run)
    {
        var target = statement.Target;
        Console.WriteLine(
            $"Target: {target.Name}{(target.Version is { } version ? $" {version}" : "")}"
            + (target.Address is { } address ? $" at {address}" : "") + (target.Behaves is { } behaves ? $", behaves by {behaves}" : ""));
        Console.WriteLine($"Run: {statement.Run}, {Wording.Utc(statement.StartedUtc)}, profile {statement.Profile}, {statement.Browser}");
        Console.WriteLine($"Clock: {statement.Clock}");
        if (run.Scenarios.Count(scenario => scenario.Verdict == Verdict.Inapplicable) is > 0 and var idle)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Not applicable: {idle} of {run.Scenarios.Count} scenarios; the report says why"));
        var colour = VerdictStyle.Colour(statement.Outcome == Statements.Conformant ? Verdict.Passed : Verdict.Failed);
        Terminal.Console.MarkupLine($"[{colour}]{statement.Outcome}.[/] {Markup.Escape(statement.Because)}");
    }

    private static string Size(long bytes) => bytes < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB");
}
