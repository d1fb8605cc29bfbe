using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>Items merge by key along the chain, so a key that is written twice in one place hides a mistake.</summary>
internal sealed class MetadataKeysAreUnique() : FileRule(
    "KMSI020", Severity.Warning, "A technical profile's metadata has each key once.",
    ["R-080"], Documents.Session2020, "Metadata of the self-asserted technical profile")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from profile in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile")
        from metadata in profile.Children
        where metadata.Name == "Metadata" && metadata.Children.Count > 1
        from twin in Twins(metadata.Children)
        select Found(
            twin.Second.At,
            $"The item {twin.Second["Key"].Quote()} of {profile["Id"].Quote()} is {twin.Second.Text.Quote()} here and "
            + $"{twin.First.Text.Quote()} on line {twin.First.At.Line}.",
            "Keep one of them.");

    private static IEnumerable<(PolicyElement First, PolicyElement Second)> Twins(IReadOnlyList<PolicyElement> items)
    {
        var first = new Dictionary<string, PolicyElement>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
            if (item["Key"] is { } key && !first.TryAdd(key, item)) yield return (first[key], item);
    }
}
