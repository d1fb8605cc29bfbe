namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>More steps are usual in practice (a second factor, federated accounts); the documents until 2018 show four.</summary>
internal sealed class KmsiJourneyIsAsDocumented() : PolicyRule(
    "KMSI098", Severity.Info, "The journey with the box has the four documented steps.",
    ["R-078"], Documents.KmsiUntil2018, "User journey", ReadingCondition.BoxByPage)
{
    private static readonly string[] Documented = ["CombinedSignInAndSignUp", "ClaimsExchange", "ClaimsExchange", "SendClaims"];

    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        var types = policy.Merged.Steps.Select(s => s.Type).ToList();
        if (!policy.KeepsSignedIn
            || !policy.Merged.IsComplete
            || types.Count == 0
            || types.SequenceEqual(Documented, StringComparer.Ordinal))
            yield break;
        yield return Found(
            policy.Merged.DefaultJourney!.At,
            $"The steps of {policy.Merged.DefaultJourney.Value.Quote()} are {string.Join(", ", types)}; the document has "
            + $"{string.Join(", ", Documented)}.",
            "Leave it if the further steps are meant.");
    }
}
