using System.Buffers.Binary;
using System.Text;

namespace KmsiConformance.Certification.Archive;

/// <summary>
/// The bytes of a zip archive around its files. Everything that a writer of archives may choose is the same in every pack: files are
/// stored as they are, of the year 1980, ordinary and readable, without comments and extra fields. So a pack has one form only.
/// </summary>
internal static class ZipLayout
{
    public const uint LocalMark = 0x04034B50;
    public const uint CentralMark = 0x02014B50;
    public const int LocalSize = 30;
    public const int CentralSize = 46;
    private const uint EndMark = 0x06054B50;
    private const int EndSize = 22;
    private const ushort Needed = 10;
    private const ushort MadeOnUnix = 0x031E;

    // The first of January 1980, which is as early as archives go.
    private const ushort Date = 0x0021;

    // An ordinary file (0100644), where Unix looks for it.
    private const uint Ordinary = 0x81A4u << 16;

    /// <summary>What stands before a file, with its name.</summary>
    /// <param name="sum">The file's checksum.</param>
    public static byte[] Local(PackEntry entry, uint sum)
    {
        var bytes = new byte[LocalSize + entry.Name.Length];
        Write(bytes, 0, LocalMark);
        Write(bytes, 4, Needed);
        Shared(bytes.AsSpan(6), entry, sum);
        Encoding.ASCII.GetBytes(entry.Name, bytes.AsSpan(LocalSize));
        return bytes;
    }

    /// <summary>What stands behind all files: the directory and its end.</summary>
    /// <param name="sums">The files' checksums.</param>
    public static byte[] Tail(IReadOnlyList<PackEntry> entries, IReadOnlyList<uint> sums)
    {
        var bytes = new byte[entries.Sum(entry => CentralSize + entry.Name.Length) + EndSize];
        var (at, offset) = (0, 0L);
        foreach (var (entry, sum) in entries.Zip(sums))
        {
            var here = bytes.AsSpan(at);
            Write(here, 0, CentralMark);
            Write(here, 4, MadeOnUnix);
            Write(here, 6, Needed);
            Shared(here[8..], entry, sum);
            Write(here, 38, Ordinary);
            Write(here, 42, (uint)offset);
            Encoding.ASCII.GetBytes(entry.Name, here[CentralSize..]);
            at += CentralSize + entry.Name.Length;
            offset += LocalSize + entry.Name.Length + entry.Content.Length;
        }

        var end = bytes.AsSpan(at);
        Write(end, 0, EndMark);
        Write(end, 8, (ushort)entries.Count);
        Write(end, 10, (ushort)entries.Count);
        Write(end, 12, (uint)at);
        Write(end, 16, (uint)offset);
        return bytes;
    }

    // Flags, method and time are nothing; date, checksum, both lengths, length of the name, no extra field.
    private static void Shared(Span<byte> bytes, PackEntry entry, uint sum)
    {
        Write(bytes, 6, Date);
        Write(bytes, 8, sum);
        Write(bytes, 12, (uint)entry.Content.Length);
        Write(bytes, 16, (uint)entry.Content.Length);
        Write(bytes, 20, (ushort)entry.Name.Length);
    }

    private static void Write(Span<byte> bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value);

    private static void Write(Span<byte> bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], value);
}
