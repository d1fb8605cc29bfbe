using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting;

/// <summary>What a comparison of browsers says, in one word and one sentence.</summary>
/// <param name="Word"><c>The browsers agree</c>, <c>The browsers differ</c> or <c>Incomplete</c>.</param>
/// <param name="Verdict">The verdict whose colour the word wears.</param>
public sealed record AgreementOutcome(string Word, string Because, Verdict Verdict)
{
    /// <summary>A difference that was seen counts even where a browser is missing; without one, a missing browser leaves it open.</summary>
    public static AgreementOutcome Of(AgreementRecord agreement)
    {
        var differing = agreement.Scenarios.Count(scenario => !scenario.Agrees);
        var missing = agreement.Browsers.Where(browser => browser.Missing is not null).Select(browser => browser.Name).ToList();
        var without = missing.Count > 0 ? $" {string.Join(" and ", missing)} could not be run." : "";
        if (differing > 0)
            return new("The browsers differ", $"{differing} of {Scenarios(agreement)} came out differently.{without}", Verdict.Failed);
        if (missing.Count > 0) return new("Incomplete", $"No difference among those that ran.{without}", Verdict.Error);
        return agreement.Scenarios.Count == 0
            ? new("Incomplete", "Nothing ran.", Verdict.CantTell)
            : new("The browsers agree", $"{Scenarios(agreement)}, the same verdict wherever a browser can show it.", Verdict.Passed);
    }

    private static string Scenarios(AgreementRecord agreement) =>
        agreement.Scenarios.Count == 1 ? "1 scenario" : $"{agreement.Scenarios.Count} scenarios";
}
