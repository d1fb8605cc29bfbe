using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Cose;

namespace KmsiConformance.Certification.Signing;

/// <summary>
/// The signature of a pack: COSE_Sign1 (RFC 9052) with ES256 over the bytes of the manifest, which it does not hold itself. Its protected
/// headers name the algorithm, what was signed, and the fingerprint of the key.
/// </summary>
public static class ManifestSignature
{
    /// <summary>What is signed, so that nobody takes the signature for one over something else.</summary>
    public const string ContentType = "application/vnd.kmsi-conformance.pack+json";

    private const int Half = 32;

    // ES256 (RFC 9053, 2.1).
    private const int Algorithm = -7;

    // COSE_Sign1 is tagged with 18 (RFC 9052, 2), which decoders take or leave.
    private const byte Tag = 0xD2;

    // The order of P-256 (FIPS 186-4, D.1.2.3).
    private static readonly BigInteger Order = Number(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"));

    /// <summary>Signs; the same bytes give another signature each time, since ECDSA takes a random number for each.</summary>
    /// <param name="key">A private key on P-256.</param>
    public static byte[] Sign(byte[] manifest, ECDsa key)
    {
        var headers = new CoseHeaderMap();
        headers.Add(CoseHeaderLabel.ContentType, ContentType);
        headers.Add(CoseHeaderLabel.KeyIdentifier, KeyFingerprint.Of(key));
        var signed = CoseSign1Message.SignDetached(manifest, new CoseSigner(key, HashAlgorithmName.SHA256, headers));

        // Who has one signature has another, with Order - s; only the lower of the two is taken, so that no byte can be changed.
        var s = signed.AsSpan(signed.Length - Half);
        if (!IsHigh(s)) return signed;
        var low = (Order - Number(s)).ToByteArray(isUnsigned: true, isBigEndian: true);
        s.Clear();
        low.CopyTo(s[(Half - low.Length)..]);
        return signed;
    }

    /// <summary>Why it is no signature of this key over these bytes; null where it is.</summary>
    /// <param name="key">A public key on P-256.</param>
    public static string? WhyNot(byte[] signature, byte[] manifest, ECDsa key)
    {
        try
        {
            var message = CoseMessage.DecodeSign1(signature);
            if (message.ProtectedHeaders.TryGetValue(CoseHeaderLabel.KeyIdentifier, out var id)
                && id.GetValueAsBytes() is var named && !named.AsSpan().SequenceEqual(KeyFingerprint.Of(key)))
                return $"it is signed with the key {Convert.ToHexStringLower(named)}, and the key given is {KeyFingerprint.Text(key)}";
            if (!IsOurs(message, signature)) return "its signature is not of the form that 'kmsi pack' writes";
            return message.VerifyDetached(key, manifest) ? null
                : "its signature does not fit: the manifest was changed, or somebody signed who does not have the key";
        }
        catch (Exception wrong) when (wrong is CryptographicException or InvalidOperationException or ArgumentException)
        {
            return $"{PackFiles.Signature} is no COSE_Sign1 signature: {wrong.Message.TrimEnd('.')}";
        }
    }

    // Headers that are not protected could be changed by anybody, and the same could be written in several ways.
    private static bool IsOurs(CoseSign1Message message, byte[] signature) =>
        signature[0] == Tag
        && message.UnprotectedHeaders.Count == 0
        && message.Content is null
        && message.ProtectedHeaders.Count == 3
        && message.ProtectedHeaders[CoseHeaderLabel.Algorithm].GetValueAsInt32() == Algorithm
        && message.ProtectedHeaders[CoseHeaderLabel.ContentType].GetValueAsString() == ContentType
        && message.ProtectedHeaders.ContainsKey(CoseHeaderLabel.KeyIdentifier)
        && message.Signature.Length == 2 * Half
        && !IsHigh(message.Signature.Span[Half..])
        && message.Encode().AsSpan().SequenceEqual(signature);

    private static bool IsHigh(ReadOnlySpan<byte> s) => Number(s) > Order / 2;

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
