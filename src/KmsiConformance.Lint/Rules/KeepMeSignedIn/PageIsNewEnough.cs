using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The combined page got the box with 1.1.0.</summary>
internal sealed class PageIsNewEnough() : PolicyRule(
    "KMSI073", Severity.Warning, "Where users are to be kept signed in, the page version is 1.1.0 or above.",
    ["R-034", "R-035"], Documents.All, "Content definition; Configure the page identifier (2020)")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Merged.FirstPage() is not { } page || page.Child("DataUri") is not { } uri) yield break;
        var wanted = policy.KeepsSignedIn
            || policy.Merged.LocalSignIns().Any(p => policy.Merged.Metadata(p, KmsiOffer.Setting)?.IsTrue() ?? false);
        if (!wanted || PageIdentifier.Parse(uri.Text) is not { } identifier) yield break;
        if (!string.Equals(identifier.PageType, "unifiedssp", StringComparison.OrdinalIgnoreCase) || identifier.CanOfferKeepMeSignedIn)
            yield break;
        yield return Found(
            uri.At,
            $"{page["Id"].Quote()} uses page version {identifier.Version}; the box came with {PageIdentifier.FirstWithKeepMeSignedIn}.",
            "Write urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1.0.");
    }
}
