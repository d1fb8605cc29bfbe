using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Comparing;

/// <summary>What runs have in common that can stand in one line: the same target, profile, browser and choice.</summary>
/// <param name="Target">The target in words, with what it behaves as, its fault, and its host where it is elsewhere.</param>
/// <param name="Browser">The browser's name; its version may change.</param>
public sealed record RunKind(string Target, string Profile, string Browser)
{
    /// <summary>What of the profile's scenarios was run, in words; null for all.</summary>
    public string? Part { get; init; }

    /// <summary>The kind of a run.</summary>
    public static RunKind Of(RunRecord run) => new(
        TargetWords(run.Target, run.Fault) + (Host(run.Target) is { } host ? $" at {host}" : ""), run.Profile, run.Browser.Name)
    {
        Part = run.Plan?.Part(),
    };

    /// <summary>All of it in one line.</summary>
    public override string ToString() => $"{Target}, {Profile}, {Browser}{(Part is null ? "" : $", {Part}")}";

    /// <summary>The target without its version and place.</summary>
    internal static string TargetWords(TargetRecord target, string? fault) =>
        target.Name + (target.Behaves is { } behaves ? $" ({behaves})" : "") + (fault is null ? "" : $" with fault {fault}");

    /// <summary>Its host; null for one on this machine, whose port is another each time, and for one that tells no address.</summary>
    internal static string? Host(TargetRecord target) =>
        Uri.TryCreate(target.Address, UriKind.Absolute, out var address) && !address.IsLoopback
            && !address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? address.Host : null;
}
