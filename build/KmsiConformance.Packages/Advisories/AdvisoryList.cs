using System.Globalization;
using NuGet.Versioning;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KmsiConformance.Packages.Advisories;

/// <summary>The advisories that are known here, and for which packages they were looked for.</summary>
/// <param name="GoneThrough">The names of packages, each with the day on which its advisories were last gone through.</param>
internal sealed record AdvisoryList(IReadOnlyDictionary<string, DateOnly> GoneThrough, IReadOnlyList<Advisory> Advisories)
{
    /// <summary>Where it lies in the repository.</summary>
    public const string Name = "build/advisories.yaml";

    /// <summary>Reads it.</summary>
    /// <exception cref="PackageException">The text is no such list.</exception>
    public static AdvisoryList Read(string text)
    {
        Sheet sheet;
        try
        {
            sheet = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<Sheet>(text)
                ?? throw new PackageException($"{Name} is empty.");
        }
        catch (YamlException broken)
        {
            throw new PackageException($"{Name}, line {broken.Start.Line}: {(broken.InnerException ?? broken).Message}", broken);
        }

        var gone = new Dictionary<string, DateOnly>(StringComparer.OrdinalIgnoreCase);
        foreach (var look in sheet.GoneThrough)
            foreach (var package in look.Packages)
                if (!gone.TryAdd(package, Day(look.On))) throw new PackageException($"{Name}: {package} is gone through twice.");
        return new AdvisoryList(gone, [.. sheet.Advisories.Select(entry => Advisory(entry, gone))]);
    }

    private static Advisory Advisory(Entry entry, Dictionary<string, DateOnly> gone)
    {
        if (entry is not { Id.Length: > 0, Package.Length: > 0, Affected.Count: > 0, Fixed.Length: > 0 })
            throw new PackageException($"{Name}: {entry.Id ?? "an entry"} needs an id, a package, affected versions and a fixed one.");
        if (!Uri.TryCreate(entry.Source, UriKind.Absolute, out var source))
            throw new PackageException($"{Name}: {entry.Id} needs a source, an address.");
        if (!gone.ContainsKey(entry.Package))
            throw new PackageException($"{Name}: {entry.Id} is about {entry.Package}, which is not under 'gone-through'.");
        return new Advisory(entry.Id, entry.Package, [.. entry.Affected.Select(range => Range(entry.Id, range))], entry.Fixed, source);
    }

    private static VersionRange Range(string id, string text) =>
        text.AsSpan().IndexOfAny('[', '(') == 0 && VersionRange.TryParse(text, out var range) ? range
            : throw new PackageException($"{Name}: {id} has the versions '{text}'. Write them as NuGet does, such as '[6.5.0, 6.34.0)'.");

    private static DateOnly Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new PackageException($"{Name}: '{text}' is no day. Write it as 2026-11-27.");

    // What YamlDotNet fills.
    private sealed class Sheet
    {
        public List<Look> GoneThrough { get; set; } = [];

        public List<Entry> Advisories { get; set; } = [];
    }

    private sealed class Look
    {
        public string? On { get; set; }

        public List<string> Packages { get; set; } = [];
    }

    private sealed class Entry
    {
        public string? Id { get; set; }

        public string? Package { get; set; }

        public List<string> Affected { get; set; } = [];

        public string? Fixed { get; set; }

        public string? Source { get; set; }
    }
}
