using System.IO.Enumeration;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Mutations.Survivors;

/// <summary>Mutations that no quick test kills, and need not.</summary>
/// <param name="File">The source file, from the folder <c>src</c> on and without the prefix of the projects.</param>
/// <param name="Mutation">A name as it is printed, or a pattern with <c>*</c> for whatever survives of them.</param>
/// <param name="Place">Where it is listed.</param>
internal sealed record Survivor(string File, string Mutation, string Reason, YamlValue Place)
{
    public bool IsPattern => Mutation.Contains('*', StringComparison.Ordinal);

    public bool Names(string file, string mutation) => File == file
        && (Mutation == mutation || (IsPattern && FileSystemName.MatchesSimpleExpression(Mutation, mutation, ignoreCase: false)));
}

/// <summary>Reads <c>survivors.yaml</c>.</summary>
internal static class SurvivorList
{
    public const string Name = "survivors.yaml";

    /// <summary>What is listed.</summary>
    /// <param name="root">The folder of the repository.</param>
    /// <param name="text">The content of the list.</param>
    /// <exception cref="SuiteException">An entry names no file, has no reason, or is there twice.</exception>
    public static IReadOnlyList<Survivor> Read(string root, string text)
    {
        var listed = YamlFile.Parse(text, Name).Root.Get("survivors").Items.SelectMany(group => Group(root, group)).ToList();
        var twice = listed.GroupBy(one => (one.File, one.Mutation)).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? listed : throw twice.Last().Place.Problem($"{twice.Key.Mutation} is listed twice. Leave one out.");
    }

    private static IEnumerable<Survivor> Group(string root, YamlValue group)
    {
        var file = group.Get("file");
        if (!Room.All.Any(room => file.Text.StartsWith(room.Name + "/", StringComparison.Ordinal))
            || !File.Exists(Path.Combine(root, "src", "KmsiConformance." + file.Text)))
            throw file.Problem($"There is no file '{file.Text}' in the rooms {string.Join(", ", Room.All.Select(room => room.Name))}.");
        var reason = group.Get("reason").Text;
        return group.Get("mutations").Items.Select(mutation => new Survivor(file.Text, mutation.Text, reason, mutation));
    }
}
