using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>A value of another form selects no page version, so that nobody can say whether there is a box.</summary>
internal sealed class DataUriNamesAPage() : FileRule(
    "KMSI076", Severity.Warning, "DataUri names a page type and a version of three numbers.",
    ["R-034", "R-035"], Documents.Session2020, "Configure the page identifier")
{
    public override IEnumerable<Finding> Check(PolicyFile file) =>
        from definition in file.Root.All("BuildingBlocks", "ContentDefinitions", "ContentDefinition")
        from uri in definition.Children
        where uri.Name == "DataUri"
            && PageIdentifier.Parse(uri.Text) is null
            && !uri.Text.Contains("{Settings:", StringComparison.OrdinalIgnoreCase)
        select Found(
            uri.At,
            $"The DataUri of {definition["Id"].Quote()} is {uri.Text.Quote()}.",
            "Write urn:com:microsoft:aad:b2c:elements:TYPE:VERSION, for example urn:com:microsoft:aad:b2c:elements:unifiedssp:1.1.0.");
}
