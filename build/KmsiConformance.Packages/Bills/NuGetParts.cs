using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace KmsiConformance.Packages.Bills;

/// <summary>The packages that a project's program carries: those that its restore found, without what serves its build only.</summary>
/// <param name="assets">The project's <c>project.assets.json</c>.</param>
internal sealed class NuGetParts(JsonElement assets)
{
    private static readonly XmlReaderSettings NoDocumentType = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<string, JsonProperty> _found = assets.GetProperty("targets").EnumerateObject().First().Value
        .EnumerateObject().ToDictionary(one => one.Name[..one.Name.LastIndexOf('/')], StringComparer.OrdinalIgnoreCase);

    /// <summary>The package URLs of what our own projects name.</summary>
    public IReadOnlyList<string> Direct { get; private set; } = [];

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<Component> Components()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var direct = new SortedSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(NamedByTheProject());
        foreach (var name in next) Note(name);
        while (next.TryDequeue(out var name))
        {
            if (!seen.Add(name)) continue;
            foreach (var dependency in DependenciesOf(_found[name]))
            {
                if (IsProject(_found[name])) Note(dependency);
                next.Enqueue(dependency);
            }
        }

        Direct = [.. direct];
        return [.. seen.Select(name => _found[name]).Where(one => !IsProject(one)).Select(Component)
            .OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase)];

        void Note(string name)
        {
            if (!IsProject(_found[name])) direct.Add(Purl(_found[name]));
        }
    }

    /// <summary>The folder in which a package lies, or null if it is not used.</summary>
    public string? FolderOf(string package) => _found.TryGetValue(package, out var one) ? FolderOf(one) : null;

    // What has no part in the program says so: its assets go to nobody.
    private IEnumerable<string> NamedByTheProject() =>
        assets.GetProperty("project").GetProperty("frameworks").EnumerateObject().First().Value.GetProperty("dependencies")
            .EnumerateObject().Where(one => !one.Value.TryGetProperty("suppressParent", out var kept) || kept.GetString() != "All")
            .Select(one => one.Name)
            .Concat(assets.GetProperty("projectFileDependencyGroups").EnumerateObject().First().Value.EnumerateArray()
                .Select(one => one.GetString()!.Split(' ')[0]).Where(name => _found.TryGetValue(name, out var one) && IsProject(one)));

    private IEnumerable<string> DependenciesOf(JsonProperty one) =>
        one.Value.TryGetProperty("dependencies", out var named)
            ? named.EnumerateObject().Select(dependency => dependency.Name).Where(_found.ContainsKey)
            : [];

    private Component Component(JsonProperty one)
    {
        var package = PackagesInUse.Parse(one.Name);
        var hash = assets.GetProperty("libraries").GetProperty(one.Name).GetProperty("sha512").GetString()!;
        return new Component("library", package.Id, package.Version.ToNormalizedString(), Purl(one), LicenseOf(one),
            Convert.ToHexStringLower(Convert.FromBase64String(hash)))
        {
            DependsOn = [.. DependenciesOf(one).Select(name => Purl(_found[name])).Order(StringComparer.Ordinal)],
        };
    }

    private string? LicenseOf(JsonProperty one)
    {
        var nuspec = Directory.EnumerateFiles(FolderOf(one), "*.nuspec").FirstOrDefault();
        if (nuspec is null) return null;
        using var reader = XmlReader.Create(nuspec, NoDocumentType);
        var said = XDocument.Load(reader).Descendants().ToLookup(element => element.Name.LocalName, StringComparer.Ordinal);
        return said["license"].FirstOrDefault() is { } license
            ? license.Attribute("type")?.Value == "expression" ? license.Value : $"see {license.Value} in its package"
            : said["licenseUrl"].FirstOrDefault()?.Value;
    }

    private string FolderOf(JsonProperty one) => Path.Combine(
        assets.GetProperty("packageFolders").EnumerateObject().First().Name,
        assets.GetProperty("libraries").GetProperty(one.Name).GetProperty("path").GetString()!);

    private static bool IsProject(JsonProperty one) => one.Value.GetProperty("type").GetString() == "project";

    private static string Purl(JsonProperty one)
    {
        var package = PackagesInUse.Parse(one.Name);
        return $"pkg:nuget/{package.Id}@{package.Version.ToNormalizedString()}";
    }
}
