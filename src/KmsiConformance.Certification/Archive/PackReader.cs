using System.Buffers.Binary;
using System.Text;

namespace KmsiConformance.Certification.Archive;

/// <summary>
/// Takes a pack apart from its first byte to its last. Nothing in it is believed: whatever is read is written again as
/// <see cref="ZipLayout"/> has it, and must be what stands there.
/// </summary>
/// <param name="file">How messages call it.</param>
internal sealed class PackReader(string file, ReadOnlyMemory<byte> bytes)
{
    private const ushort Encrypted = 1;
    private const ushort LinkType = 0xA000;
    private readonly List<PackEntry> _entries = [];
    private readonly List<uint> _sums = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private int _at;

    /// <summary>The files, in their order.</summary>
    /// <exception cref="PackException">It is not as a pack is written.</exception>
    public IReadOnlyList<PackEntry> Read()
    {
        if (Mark() != ZipLayout.LocalMark) throw Problem("it does not begin as a zip archive does");
        while (Mark() == ZipLayout.LocalMark)
        {
            if (_entries.Count == PackFiles.Most) throw Problem($"it holds more than {PackFiles.Most} files, as no pack does");
            Take();
        }

        var (rest, tail) = (bytes[_at..], ZipLayout.Tail(_entries, _sums));
        if (!rest.Span.SequenceEqual(tail)) throw Problem(WhyNotTail(rest.Span, tail));
        return PackFiles.Missing([.. _entries.Select(entry => entry.Name)]) is { } missing
            ? throw Problem($"it holds no {missing}") : _entries;
    }

    private void Take()
    {
        var header = bytes.Span[_at..];
        if (header.Length < ZipLayout.LocalSize) throw Problem("it is cut short in the middle of a header");
        var (flags, method) = (Short(header, 6), Short(header, 8));
        var (stored, whole, named) = (Long(header, 18), Long(header, 22), Short(header, 26));
        if (header.Length < ZipLayout.LocalSize + named) throw Problem("it is cut short in the middle of a name");
        var name = Name(header.Slice(ZipLayout.LocalSize, named));
        if (!PackFiles.May(name)) throw Problem($"it holds '{name}', which is no file of a pack");
        if (!_names.Add(name)) throw Problem($"it holds {name} twice");
        if (_entries is [.., var before] && PackFiles.Compare(before.Name, name) > 0) throw Problem($"{name} stands behind {before.Name}");
        if ((flags & Encrypted) != 0) throw Problem($"{name} is encrypted, as no file of a pack is");
        if (method != 0 || stored != whole) throw Problem($"{name} is compressed, and could unfold to any size; files of a pack are not");

        var begin = _at + ZipLayout.LocalSize + named;
        if (whole > bytes.Length - begin) throw Problem($"{name} is said to be longer than the rest of the pack");
        var entry = new PackEntry(name, bytes.Slice(begin, (int)whole));
        var sum = Crc32.Of(entry.Content.Span);
        if (Long(header, 14) != sum) throw Problem($"{name} was changed: its checksum is another one");
        if (!header[..(ZipLayout.LocalSize + named)].SequenceEqual(ZipLayout.Local(entry, sum)))
            throw Problem($"what stands before {name} (its time, its flags, extra fields) is not what 'kmsi pack' writes there");
        _entries.Add(entry);
        _sums.Add(sum);
        _at = begin + (int)whole;
    }

    // The directory says of every file once more what stands before it, and where.
    private string WhyNotTail(ReadOnlySpan<byte> rest, byte[] expected)
    {
        if (rest.Length > expected.Length && rest.StartsWith(expected)) return "something stands behind its end";
        var at = 0;
        foreach (var entry in _entries)
        {
            var size = ZipLayout.CentralSize + entry.Name.Length;
            if (rest.Length < at + size) return "its directory is cut short";
            var here = rest.Slice(at, size);
            if (Long(here, 0) == ZipLayout.CentralMark && (Long(here, 38) >> 16 & 0xF000) == LinkType)
                return $"{entry.Name} is said to be a link in its directory, and could stand for any file";
            if (!here.SequenceEqual(expected.AsSpan(at, size)))
                return $"its directory says otherwise of {entry.Name} than what stands before it";
            at += size;
        }

        return "its end is not what 'kmsi pack' writes there: its directory has more or fewer files, or it has a comment";
    }

    private static string Name(ReadOnlySpan<byte> name) => Encoding.ASCII.GetString(name);

    private uint Mark() => bytes.Length - _at < sizeof(uint) ? 0 : Long(bytes.Span, _at);

    private static ushort Short(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16LittleEndian(from[at..]);

    private static uint Long(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt32LittleEndian(from[at..]);

    private PackException Problem(string what) => new(
        $"{file} is refused: {what}. It was changed since it was written, or is no pack. Expected the very bytes that 'kmsi pack' wrote: "
        + "ask for the file again.");
}
