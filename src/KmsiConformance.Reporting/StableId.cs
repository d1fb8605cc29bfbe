using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Reporting;

/// <summary>Ids that come out the same for the same thing, whenever and wherever a report of it is made.</summary>
internal static class StableId
{
    private const byte NameBased = 0x80;
    private const byte Variant = 0x80;

    /// <summary>A UUID of version 8 made of parts of a name.</summary>
    public static Guid Guid(params string[] parts)
    {
        var digest = Digest(parts)[..16];
        digest[6] = (byte)((digest[6] & 0x0F) | NameBased);
        digest[8] = (byte)((digest[8] & 0x3F) | Variant);
        return new Guid(digest, bigEndian: true);
    }

    /// <summary>32 hexadecimal digits made of parts of a name.</summary>
    public static string Hex(params string[] parts) => Convert.ToHexStringLower(Digest(parts)[..16]);

    private static byte[] Digest(string[] parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts)));
}
