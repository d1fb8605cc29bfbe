using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace KmsiConformance.Saml;

/// <summary>
/// Carries messages in an address (SAML bindings, 3.4): compressed, and, where it must be, signed over the query as it
/// is written.
/// </summary>
public static class RedirectBinding
{
    public const string Request = "SAMLRequest";
    public const string Response = "SAMLResponse";
    public const string RelayState = "RelayState";

    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private const int LongestMessage = 256 * 1024;

    /// <summary>The address that carries a message.</summary>
    /// <param name="parameter"><see cref="Request"/> or <see cref="Response"/>.</param>
    /// <param name="signer">Whose key signs it; null leaves it unsigned.</param>
    public static string Address(string destination, string parameter, string xml, string? relayState, X509Certificate2? signer)
    {
        var query = new StringBuilder().Append(parameter).Append('=').Append(Uri.EscapeDataString(Convert.ToBase64String(Deflate(xml))));
        if (relayState is not null) query.Append("&RelayState=").Append(Uri.EscapeDataString(relayState));
        if (signer is not null)
        {
            query.Append("&SigAlg=").Append(Uri.EscapeDataString(RsaSha256));
            using var key = signer.GetRSAPrivateKey()
                ?? throw new ArgumentException("The certificate has no RSA key to sign with.", nameof(signer));
            var signature = key.SignData(Encoding.ASCII.GetBytes(query.ToString()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            query.Append("&Signature=").Append(Uri.EscapeDataString(Convert.ToBase64String(signature)));
        }

        return $"{destination}{(destination.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }

    /// <summary>Whether a query carries a signature.</summary>
    /// <param name="query">The raw query, with or without the question mark.</param>
    public static bool IsSigned(string query) =>
        query.TrimStart('?').Split('&').Any(pair => pair.StartsWith("Signature=", StringComparison.Ordinal));

    /// <summary>The message in a parameter's value.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read.</exception>
    public static string Message(string value)
    {
        try
        {
            using var inflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(value)), CompressionMode.Decompress);
            var buffer = new byte[LongestMessage + 1];
            var length = inflate.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= LongestMessage
                ? Encoding.UTF8.GetString(buffer, 0, length)
                : throw new SamlRefusedException("the message is too long");
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidDataException)
        {
            throw new SamlRefusedException("the message is not compressed as the binding wants it");
        }
    }

    /// <summary>Verifies the signature of a query, over the octets as they were sent.</summary>
    /// <param name="query">The raw query, with or without the question mark.</param>
    /// <exception cref="SamlRefusedException">It is not signed, or by nobody who is known.</exception>
    public static void Verify(string query, IReadOnlyCollection<X509Certificate2> trusted)
    {
        var pairs = query.TrimStart('?').Split('&').Where(pair => pair.Length > 0).ToList();
        var signed = Signed(pairs);
        if (Value(pairs, "SigAlg") is not { } algorithm || Value(pairs, "Signature") is not { } signature)
            throw new SamlRefusedException("the message is not signed");
        if (algorithm != RsaSha256) throw new SamlRefusedException($"the signature method is {algorithm}, expected RSA with SHA-256");
        foreach (var certificate in trusted)
        {
            using var key = certificate.GetRSAPublicKey();
            if (key is not null && Verifies(key, signed, signature)) return;
        }

        throw new SamlRefusedException("no known key signed the message, or it was changed afterwards");
    }

    private static bool Verifies(RSA key, byte[] signed, string signature)
    {
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && key.VerifyData(signed, bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    // The order is the binding's, whatever order the query has; a parameter given twice is nobody's.
    private static byte[] Signed(List<string> pairs)
    {
        foreach (var name in (string[])[Request, Response, RelayState, "SigAlg", "Signature"])
            if (pairs.Count(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)) > 1)
                throw new SamlRefusedException($"{name} is given more than once");
        var parts = ((string[])[Request, Response, RelayState, "SigAlg"]).Select(name =>
            pairs.Find(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)))
            .OfType<string>();
        return Encoding.ASCII.GetBytes(string.Join('&', parts));
    }

    private static string? Value(List<string> pairs, string name) =>
        pairs.Find(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)) is { } pair
            ? Uri.UnescapeDataString(pair[(name.Length + 1)..])
            : null;

    private static byte[] Deflate(string xml)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal)) deflate.Write(Encoding.UTF8.GetBytes(xml));
        return packed.ToArray();
    }
}

/// <summary>Carries messages in a form that posts itself (SAML bindings, 3.5).</summary>
public static class PostBinding
{
    public static string Value(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    /// <summary>The message in a field.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read.</exception>
    public static string Message(string value)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(value));
        }
        catch (FormatException)
        {
            throw new SamlRefusedException("the message is not written in base64");
        }
    }

    /// <summary>The message with a signature inside.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read.</exception>
    public static string Sign(string xml, X509Certificate2 signer)
    {
        var document = SamlXml.Parse(xml);
        XmlSignature.Sign(document.DocumentElement!, signer);
        return document.OuterXml;
    }

    /// <summary>Whether the message carries a signature, which this binding has inside it.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read.</exception>
    public static bool IsSigned(string xml) => SamlXml.Parse(xml).DocumentElement!.Child("Signature", SamlNames.Signature) is not null;

    /// <summary>Verifies that one of the certificates signed the whole message.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read, is not signed, or by nobody who is known.</exception>
    public static void Verify(string xml, IReadOnlyCollection<X509Certificate2> trusted) =>
        XmlSignature.Verify(SamlXml.Parse(xml).DocumentElement!, trusted);
}
