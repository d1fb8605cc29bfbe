namespace KmsiConformance.Lint.Rules.Journeys;

/// <summary>Without the precondition whoever signs in is asked to sign up.</summary>
internal sealed class SignUpIsSkippedForAKnownUser() : PolicyRule(
    "KMSI097", Severity.Warning, "The step behind the combined page is skipped when objectId is known.",
    ["R-078"], Documents.KmsiUntil2018, "User journey")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Merged.Steps is not
            [{ Type: "CombinedSignInAndSignUp", LocalExchanges.Count: > 0 }, { Type: "ClaimsExchange" } second, ..])
            yield break;
        var skips = second.Element.All("Preconditions", "Precondition").Any(p =>
            p["Type"] == "ClaimsExist"
            && p.Children.Any(c => c.Name == "Value" && c.Text == "objectId")
            && p.Child("Action")?.Text == "SkipThisOrchestrationStep");
        if (skips) yield break;
        yield return Found(
            second.At,
            $"Step {second.Order} of {policy.Merged.DefaultJourney!.Value.Quote()} runs although the user signed in with step 1.",
            "Add a Precondition of type ClaimsExist with the value objectId and the action SkipThisOrchestrationStep.");
    }
}
