using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KmsiConformance.Tests.Reporting;

/// <summary>Draws a small PNG that looks a little like a sign-in page.</summary>
internal static class SamplePicture
{
    public static byte[] Png(int width, int height)
    {
        var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                for (var x = 0; x < width; x++) zip.WriteByte(Grey(x * 100 / width, y * 100 / height));
            }
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte Grey(int x, int y) => (x, y) switch
    {
        ( > 30 and < 70, > 35 and < 45) or ( > 30 and < 70, > 50 and < 60) => 225,
        ( > 30 and < 45, > 70 and < 80) => 90,
        ( > 25 and < 75, > 20 and < 88) => 255,
        _ => 244,
    };

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc(body));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var next in bytes)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
