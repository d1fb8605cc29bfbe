using System.Buffers.Binary;

namespace KmsiConformance.Reporting.Html;

/// <summary>Reads how large a picture is, in pixels, from the head of its file.</summary>
internal static class PictureSize
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Width and height of a PNG or JPEG; null for any other file.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes) => Png(bytes) ?? Jpeg(bytes);

    private static (int, int)? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(PngSignature)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    // A JPEG is a row of segments: FF, kind, length, content. The size stands in the frame header (ITU-T T.81, B.2.2).
    private static (int, int)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xFF, 0xD8, ..]) return null;
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var kind = bytes[at + 1];
            if (IsFrameHeader(kind))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    // C4, C8 and CC lie among the frame headers and are something else.
    private static bool IsFrameHeader(byte kind) => kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
