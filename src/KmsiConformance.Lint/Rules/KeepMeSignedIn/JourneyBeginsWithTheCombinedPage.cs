namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>Only the combined sign-in and sign-up page has the box (P-18).</summary>
internal sealed class JourneyBeginsWithTheCombinedPage() : PolicyRule(
    "KMSI082", Severity.Warning, "A journey that keeps users signed in begins with CombinedSignInAndSignUp.",
    ["R-038", "R-078", "P-18", "P-19"], Documents.All, "User journey; Configure the page identifier (2020)")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn || policy.Merged.Steps is not [var first, ..] || first.Type is "CombinedSignInAndSignUp") yield break;
        yield return Found(
            first.Element.Attribute("Type")?.At ?? first.At,
            $"KeepAliveInDays is {policy.Settings.KeepAliveInDays}, but the first step of {policy.Merged.DefaultJourney!.Value.Quote()} "
            + $"is a {first.Type.Quote()} step; its page has no box.",
            "Begin with a CombinedSignInAndSignUp step, or remove KeepAliveInDays from this policy.");
    }
}
