using System.Security.Cryptography;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>The RSA key that signs tokens. Making one takes a tenth of a second, so that all servers of a process share it.</summary>
internal static class SigningKey
{
    private const int Bits = 2048;

    private static readonly Lazy<RSA> Made = new(() => RSA.Create(Bits));

    // One key, many requests: RSA promises nothing about use side by side, so that every thread has a copy of its own.
    private static readonly ThreadLocal<RSA> Own = new(() => RSA.Create(Made.Value.ExportParameters(includePrivateParameters: true)));

    public static byte[] Sign(byte[] content) => Own.Value!.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public static bool Verifies(byte[] content, byte[] signature) =>
        Own.Value!.VerifyData(content, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>The key's thumbprint (RFC 7638).</summary>
    public static string Id => Identified.Value;

    private static readonly Lazy<string> Identified = new(() =>
    {
        var (modulus, exponent) = Public;
        return Base64Url.Encode(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($$"""{"e":"{{exponent}}","kty":"RSA","n":"{{modulus}}"}""")));
    });

    /// <summary>Modulus and exponent as a key document writes them.</summary>
    public static (string Modulus, string Exponent) Public
    {
        get
        {
            var parameters = Made.Value.ExportParameters(false);
            return (Base64Url.Encode(parameters.Modulus!), Base64Url.Encode(parameters.Exponent!));
        }
    }
}
