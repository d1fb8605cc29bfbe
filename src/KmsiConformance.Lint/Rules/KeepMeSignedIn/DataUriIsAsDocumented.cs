namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The documents until 2018 say that the value must not be changed, not even to a later version.</summary>
internal sealed class DataUriIsAsDocumented() : PolicyRule(
    "KMSI074", Severity.Warning, "The DataUri of the page with the box is exactly the documented one.",
    ["R-036", "C-04"], Documents.KmsiUntil2018, "Content definition", ReadingCondition.ThreeUris)
{
    private const string Documented = "urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1.0";

    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (!policy.KeepsSignedIn || policy.Merged.FirstPage() is not { } page || page.Child("DataUri") is not { } uri) yield break;
        if (string.Equals(uri.Text, Documented, StringComparison.Ordinal)) yield break;
        yield return Found(uri.At, $"The DataUri of {page["Id"].Quote()} is {uri.Text.Quote()}.", $"Write {Documented} without a change.");
    }
}
