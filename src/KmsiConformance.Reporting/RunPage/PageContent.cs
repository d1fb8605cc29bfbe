using System.IO.Compression;
using System.Text;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>
/// What a report says, whatever bytes its data was compressed to: two versions of a runtime may compress the same in two ways (RFC 1951
/// leaves the choice to who compresses).
/// </summary>
public static class PageContent
{
    private const string Begin = $"<script type=\"{DataBlock.Type}\" id=\"";
    private const string End = "</script>";

    /// <summary>Whether two reports say the same: byte for byte, but for the way in which data is compressed.</summary>
    public static bool IsSame(byte[] one, byte[] other)
    {
        if (one.AsSpan().SequenceEqual(other)) return true;

        // One letter for each byte, so that no two files of different bytes look alike.
        var (here, there) = (Encoding.Latin1.GetString(one), Encoding.Latin1.GetString(other));
        var (at, beside) = (0, 0);
        while (true)
        {
            var (block, likewise) = (Block(here, at), Block(there, beside));
            if (block is not { } first || likewise is not { } second)
                return block is null && likewise is null && here.AsSpan(at).SequenceEqual(there.AsSpan(beside));
            if (!here.AsSpan(at..first.From).SequenceEqual(there.AsSpan(beside..second.From))) return false;
            if (!IsSameData(here[first.From..first.To], there[second.From..second.To])) return false;
            (at, beside) = (first.To, second.To);
        }
    }

    // From after the tag that opens a block to before the one that closes it.
    private static (int From, int To)? Block(string page, int at)
    {
        var tag = page.IndexOf(Begin, at, StringComparison.Ordinal);
        if (tag < 0) return null;
        var from = page.IndexOf('>', tag) + 1;
        var to = from == 0 ? -1 : page.IndexOf(End, from, StringComparison.Ordinal);
        return to < 0 ? null : (from, to);
    }

    private static bool IsSameData(string one, string other)
    {
        if (one == other) return true;
        try
        {
            using var here = Unpacked(one);
            using var there = Unpacked(other);
            var (first, second) = (new byte[1 << 16], new byte[1 << 16]);
            while (true)
            {
                var read = here.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
                var beside = there.ReadAtLeast(second, second.Length, throwOnEndOfStream: false);
                if (!first.AsSpan(0, read).SequenceEqual(second.AsSpan(0, beside))) return false;
                if (read == 0) return true;
            }
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidDataException)
        {
            return false;
        }
    }

    private static GZipStream Unpacked(string letters) =>
        new(new MemoryStream(Convert.FromBase64String(letters)), CompressionMode.Decompress);
}
