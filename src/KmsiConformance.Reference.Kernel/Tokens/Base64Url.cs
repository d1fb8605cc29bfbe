namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>Base64url without padding (RFC 4648, section 5).</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <summary>The bytes, or null when the text is not base64url.</summary>
    public static byte[]? Decode(string text) =>
        System.Buffers.Text.Base64Url.IsValid(text) ? System.Buffers.Text.Base64Url.DecodeFromChars(text) : null;
}
