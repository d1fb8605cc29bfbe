using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Inheritance;

/// <summary>What is left behind when a relying party file is copied and only PolicyId is changed, as the documents advise.</summary>
internal sealed class PublicUriNamesThePolicy() : FileRule(
    "KMSI006", Severity.Info, "PublicPolicyUri ends in the PolicyId.",
    ["R-075"], Documents.KmsiUntil2018, "Relying party file")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        if (file.Root.Attribute("PublicPolicyUri") is not { } uri
            || uri.Value.EndsWith("/" + file.PolicyId, StringComparison.OrdinalIgnoreCase))
            yield break;
        yield return Found(
            uri.At,
            $"PublicPolicyUri is {uri.Value.Quote()}, but the policy is called {file.PolicyId.Quote()}.",
            $"Let it end in /{file.PolicyId}.");
    }
}
