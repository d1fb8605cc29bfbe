using KmsiConformance.Tests.Suite;

namespace KmsiConformance.Tests.House;

/// <summary>A file of C# that people wrote.</summary>
/// <param name="Path">Its path below the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path)
{
    private static readonly string[] Made = ["bin", "obj"];

    /// <summary>The folder that it stands in, as a namespace: the project's name and the folders below it.</summary>
    public string Folder => string.Join('.', Path.Split('/')[1..^1]);

    /// <summary>Its lines.</summary>
    public string[] Lines => File.ReadAllLines(System.IO.Path.Combine(Repository.Root, Path));

    /// <summary>Every such file below folders of the repository.</summary>
    public static IEnumerable<SourceFile> Below(params string[] roots) => roots
        .SelectMany(root => Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, root), "*.cs", SearchOption.AllDirectories))
        .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(path => !path.Split('/').Intersect(Made).Any())
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(path));

    public override string ToString() => Path;
}
