namespace KmsiConformance.Policies.Lint.Rules.Structure;

/// <summary>Items merge by key along the chain, so a key that is written twice in one place hides a mistake.</summary>
internal sealed class MetadataKeysAreUnique() : FileRule(
    "KMSI020", Severity.Warning, "A technical profile's metadata has each key once.",
    ["R-080"], Documents.Session2020, "Metadata of the self-asserted technical profile")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from profile in file.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile")
        from metadata in profile.Children
        where metadata.Name == "Metadata" && metadata.Children.Count > 1
        from same in metadata.Children.Where(i => i["Key"] is not null).GroupBy(i => i["Key"]!, StringComparer.Ordinal)
        from second in same.Skip(1)
        select Found(
            second.At,
            $"The item {same.Key.Quote()} of {profile["Id"].Quote()} is {second.Text.Quote()} here and {same.First().Text.Quote()} on line {same.First().At.Line}.",
            "Keep one of them.");
}
