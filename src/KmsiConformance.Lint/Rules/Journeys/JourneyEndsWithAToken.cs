namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>A journey that sends no claims signs nobody in.</summary>
internal sealed class JourneyEndsWithAToken() : PolicyRule(
    "KMSI096", Severity.Error, "The last step of a journey sends claims through a token issuer.",
    ["R-078"], Documents.KmsiUntil2018, "User journey")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.Merged.IsComplete
            || policy.Merged.Steps is not [.., var last]
            || (last.Type == "SendClaims" && last.Issuer is not null))
            yield break;
        yield return Found(
            last.At,
            $"The last step of {policy.Merged.DefaultJourney!.Value.Quote()}, step {last.Order}, "
            + $"{(last.Type == "SendClaims" ? "names no issuer" : $"is of type {last.Type.Quote()}")}.",
            "End with <OrchestrationStep Order=\"…\" Type=\"SendClaims\" CpimIssuerTechnicalProfileReferenceId=\"JwtIssuer\" />.");
    }
}
