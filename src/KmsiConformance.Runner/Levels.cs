using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Runner;

/// <summary>What a verdict is worth at the level of the requirements that it is about.</summary>
internal static class Levels
{
    private const string Must = "MUST";

    /// <summary>What the documents only recommend is a warning when it is not done.</summary>
    public static Verdict Of(Verdict verdict, IReadOnlyCollection<Requirement> assessed) =>
        verdict == Verdict.Failed && assessed.Count > 0 && assessed.All(requirement => requirement.Level != Must)
            ? Verdict.Warning : verdict;

    /// <summary>
    /// What a failure may rest on: the bases of requirements that are no recommendations, if there are any; null for what is no failure.
    /// </summary>
    public static string? Violated(Verdict verdict, IReadOnlyCollection<Requirement> assessed)
    {
        if (verdict is not (Verdict.Failed or Verdict.Warning)) return null;
        var bases = assessed.OrderBy(requirement => requirement.Level != Must)
            .Where(requirement => verdict == Verdict.Warning || requirement.Level == Must).Select(requirement => requirement.Basis);
        return string.Join(", ", bases.Distinct()) is { Length: > 0 } words ? words : null;
    }
}
