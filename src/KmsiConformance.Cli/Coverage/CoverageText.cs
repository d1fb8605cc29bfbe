using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Coverage;

/// <summary>Coverage as text: a block for each requirement, then the sums.</summary>
internal static class CoverageText
{
    public static void Print(TextWriter output, CoverageRecord coverage)
    {
        foreach (var requirement in coverage.Requirements)
        {
            output.WriteLine($"{requirement.Id}  {requirement.Level}  {requirement.AssessedBy}");
            output.WriteLine($"    {requirement.Text}");
            Named(output, "scenarios", requirement.Scenarios);
            Named(output, "rules", requirement.Rules);
            Named(output, "checks", requirement.Checks);
            Named(output, "faults", requirement.Faults);
            if (requirement.Reason is { } reason) output.WriteLine($"    reason: {reason}");
        }

        var (all, assessed) = (coverage.Requirements.Count, coverage.Requirements.Count(requirement => requirement.IsAssessed));
        output.WriteLine(
            $"{all} requirements in {coverage.Profile ?? "all profiles"}: "
            + $"{coverage.Requirements.Count(requirement => requirement.Scenarios.Count > 0)} by scenarios, "
            + $"{coverage.Requirements.Count(requirement => requirement.Rules.Count > 0)} by rules, {all - assessed} by neither");
        if (coverage.Target is { } target)
            output.WriteLine($"{target.Runs} of {target.Scenarios} scenarios in {coverage.Profile} run at {target.Name}");
    }

    private static void Named(TextWriter output, string what, IReadOnlyList<string> names)
    {
        if (names.Count > 0) output.WriteLine($"    {what}: {string.Join(", ", names)}");
    }
}
