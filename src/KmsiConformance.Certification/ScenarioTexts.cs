using System.IO.Compression;

namespace KmsiConformance.Certification;

/// <summary>The files inside an archive of scenarios, which may come from anybody: counted and measured before one is laid out.</summary>
public static class ScenarioTexts
{
    // Many times what any catalogue has.
    private const long Largest = 1L << 28;
    private const int Ratio = 100;
    private const int LinkType = 0xA000;

    /// <summary>Their names, lengths and hashes, by name.</summary>
    /// <param name="file">How messages call the archive.</param>
    /// <exception cref="PackException">It is no archive of scenarios.</exception>
    public static IReadOnlyList<HashedFile> Of(string file, ReadOnlyMemory<byte> archive)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(archive.ToArray(), writable: false));
            if (zip.Entries.Count > PackFiles.Most) throw Problem(file, $"it holds more than {PackFiles.Most} files");
            var (names, left) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), Math.Min(Largest, archive.Length * (long)Ratio));
            var texts = new List<HashedFile>();
            foreach (var entry in zip.Entries)
            {
                if (WhyNot(entry) is { } reason) throw Problem(file, reason);
                if (!names.Add(entry.FullName)) throw Problem(file, $"it holds {entry.FullName} twice");
                var content = Read(entry, left) ?? throw Problem(file, $"it unfolds to more than {Ratio} times its size, or 256 MiB");
                left -= content.Length;
                texts.Add(HashedFile.Of(entry.FullName, content));
            }

            return [.. texts.OrderBy(text => text.Name, StringComparer.Ordinal)];
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or NotSupportedException)
        {
            throw Problem(file, wrong.Message.TrimEnd('.'), wrong);
        }
    }

    private static string? WhyNot(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        if (name.Length == 0 || name.Any(char.IsControl) || name.Any("\\:*?\"<>|".Contains) || name.StartsWith('/') || name.EndsWith('/')
            || name.Split('/').Any(part => part is "" or "." or ".."))
            return $"the name '{name}' could lead out of its folder";
        return (entry.ExternalAttributes >> 16 & 0xF000) == LinkType ? $"{name} is a link, and could stand for any file" : null;
    }

    // What an archive says of a length is not believed.
    private static byte[]? Read(ZipArchiveEntry entry, long left)
    {
        using var from = entry.Open();
        using var into = new MemoryStream();
        var part = new byte[1 << 16];
        while (from.Read(part) is > 0 and var read)
        {
            if (into.Length + read > left) return null;
            into.Write(part, 0, read);
        }

        return into.ToArray();
    }

    private static PackException Problem(string file, string what, Exception? inner = null) => new(
        $"{file} is refused: {PackFiles.Scenarios} is no archive of scenarios: {what}. Expected the one that 'kmsi run' kept.", inner);
}
