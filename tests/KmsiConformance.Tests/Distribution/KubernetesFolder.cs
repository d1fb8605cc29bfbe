using System.Text.Json.Nodes;
using KmsiConformance.Tests.Suite;

namespace KmsiConformance.Tests.Distribution;

/// <summary>The folder docs/ci/kubernetes.</summary>
internal static class KubernetesFolder
{
    /// <summary>Where it is.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", "ci", "kubernetes");

    /// <summary>The folder that brings a queue with it.</summary>
    public static string WithQueue { get; } = System.IO.Path.Combine(Repository.Root, "docs", "ci", "kubernetes-queue");

    /// <summary>The objects of a file of that folder.</summary>
    public static IReadOnlyList<JsonNode> ReadOfQueue(string file) =>
        [.. YamlFile.Documents(File.ReadAllText(System.IO.Path.Combine(WithQueue, file)))];

    /// <summary>The one object of a file.</summary>
    public static JsonNode Read(string file) => YamlFile.Documents(File.ReadAllText(System.IO.Path.Combine(Path, file))).Single();

    /// <summary>The one container of a Job.</summary>
    public static JsonNode Container(string file) =>
        Read(file)["spec"]!["template"]!["spec"]!["containers"]!.AsArray().Single()!;

    /// <summary>What its shell is told.</summary>
    public static string Script(string file) => Container(file)["args"]!.AsArray().Single()!.GetValue<string>();
}
