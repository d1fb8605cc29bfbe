namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>A relying party without a journey starts nothing.</summary>
internal sealed class DefaultJourneyIsNamed() : PolicyRule(
    "KMSI090", Severity.Error, "RelyingParty names its DefaultUserJourney.",
    ["R-076"], Documents.KmsiUntil2018, "Relying party file")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Merged.RelyingParty is not { } party || policy.Merged.DefaultJourney is not null) yield break;
        yield return Found(
            party.Child("DefaultUserJourney")?.At ?? party.At,
            $"{policy.PolicyId} names no journey.",
            "Write <DefaultUserJourney ReferenceId=\"…\" /> as the first part of RelyingParty.");
    }
}
