using KmsiConformance.Ledger;

namespace KmsiConformance.Certification.Archive;

/// <summary>A pack as a file: a zip archive that any program opens, of which there is one form for the same files.</summary>
public static class PackArchive
{
    /// <summary>The bytes of a pack.</summary>
    /// <param name="entries">Its files in the order of <see cref="PackFiles.Compare"/>.</param>
    public static byte[] Write(IReadOnlyList<PackEntry> entries)
    {
        using var bytes = new MemoryStream();
        List<uint> sums = [.. entries.Select(entry => Crc32.Of(entry.Content.Span))];
        foreach (var (entry, sum) in entries.Zip(sums))
        {
            bytes.Write(ZipLayout.Local(entry, sum));
            bytes.Write(entry.Content.Span);
        }

        bytes.Write(ZipLayout.Tail(entries, sums));
        return bytes.ToArray();
    }

    /// <summary>Reads the file and takes it apart.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="PackException">It is no pack, or one that was changed.</exception>
    public static IReadOnlyList<PackEntry> Open(string file)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no {file}. Expected a pack as 'kmsi pack' writes it.", file);
        var size = OrdinaryFile.Length(file);
        if (size > PackFiles.Largest)
            throw new PackException(
                $"{file} is refused: it is larger than {PackFiles.Largest >> 20} MiB, as no pack is. Expected one that 'kmsi pack' wrote.");
        return size == 0
            ? throw new PackException($"{file} is refused: it is empty, or no ordinary file. Expected a file that 'kmsi pack' wrote.")
            : new PackReader(file, File.ReadAllBytes(file)).Read();
    }
}
