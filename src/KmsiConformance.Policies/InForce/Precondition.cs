namespace KmsiConformance.Policies.InForce;

/// <summary>A condition under which a step of a journey, or a validation of a page, is left out.</summary>
/// <param name="Type"><c>ClaimsExist</c> (one value, a claim type) or <c>ClaimEquals</c> (a claim type and a value).</param>
/// <param name="ActsIf">Whether the action is taken where the condition holds, or where it does not.</param>
/// <param name="Action">What is done then, such as <c>SkipThisOrchestrationStep</c>.</param>
public sealed record Precondition(string Type, bool ActsIf, IReadOnlyList<string> Values, string Action, Place At)
{
    /// <summary>Whether it says something that can be decided here.</summary>
    public bool IsUnderstood => Action is "SkipThisOrchestrationStep" or "SkipThisValidationTechnicalProfile"
        && ((Type == "ClaimsExist" && Values.Count == 1) || (Type == "ClaimEquals" && Values.Count == 2));

    /// <summary>The preconditions of a step or a validation, in the order of the file.</summary>
    public static IReadOnlyList<Precondition> Of(PolicyElement owner) =>
    [
        .. owner.All("Preconditions", "Precondition").Select(written => new Precondition(
            written["Type"] ?? "",
            string.Equals(written["ExecuteActionsIf"], "true", StringComparison.OrdinalIgnoreCase),
            [.. written.All("Value").Select(value => value.Text)],
            written.Child("Action")?.Text ?? "",
            written.At)),
    ];

    /// <summary>Whether what it stands at is left out.</summary>
    /// <param name="claim">The text of a claim of the journey; null where it has no value.</param>
    public bool Skips(Func<string, string?> claim) => ActsIf == Holds(claim(Values[0]));

    private bool Holds(string? value) =>
        Type == "ClaimsExist" ? value is not null : string.Equals(value, Values[1], StringComparison.Ordinal);
}
