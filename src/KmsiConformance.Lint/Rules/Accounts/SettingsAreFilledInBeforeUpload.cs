using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Accounts;

/// <summary>Placeholders of the editor's extension are read as they are; the service does not know them.</summary>
internal sealed class SettingsAreFilledInBeforeUpload() : FileRule(
    "KMSI102", Severity.Info, "Placeholders such as {Settings:Name} are filled in before the upload.",
    ["R-079", "R-081"], Documents.KmsiUntil2018, "Application identifiers")
{
    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        var found = new List<(Place At, string Name)>();
        Collect(file.Root, found);
        foreach (var same in found.GroupBy(f => f.Name, StringComparer.Ordinal))
        {
            yield return Found(
                same.First().At,
                $"{same.Key} is a placeholder{(same.Count() > 1 ? $", {same.Count()} times in this file" : "")}; settings that depend "
                + "on it cannot be judged.",
                "Judge the files that your build makes of these.");
        }
    }

    private static void Collect(PolicyElement element, List<(Place, string)> found)
    {
        Add(element.Text, element.At, found);
        foreach (var attribute in element.Attributes) Add(attribute.Value, attribute.At, found);
        foreach (var child in element.Children) Collect(child, found);
    }

    private static void Add(string value, Place at, List<(Place, string)> found)
    {
        if (!value.Contains('{', StringComparison.Ordinal)) return;
        var begin = value.IndexOf("{Settings:", StringComparison.OrdinalIgnoreCase);
        var end = begin < 0 ? -1 : value.IndexOf('}', begin);
        if (end > 0) found.Add((at, value[begin..(end + 1)]));
    }
}
