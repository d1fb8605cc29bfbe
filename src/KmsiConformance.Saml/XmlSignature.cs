using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace KmsiConformance.Saml;

/// <summary>
/// Signs an element inside its document, and verifies such a signature. What is verified is the element that is handed
/// in, and nothing that is found by searching: a signature that covers another element, however alike, is refused
/// (signature wrapping).
/// </summary>
public static class XmlSignature
{
    private static readonly HashSet<string> Transforms =
        new(StringComparer.Ordinal) { SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigExcC14NTransformUrl };

    /// <summary>Signs the element, which must have an ID, and puts the signature after its Issuer, where the schema wants it.</summary>
    public static void Sign(XmlElement element, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()
            ?? throw new ArgumentException("The certificate has no RSA key to sign with.", nameof(certificate));
        var signed = new OneElement(element) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("#" + element.Required("ID")) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();
        element.InsertAfter(element.OwnerDocument.ImportNode(signed.GetXml(), true), element.Child("Issuer", SamlNames.Assertion));
    }

    /// <summary>Verifies that one of the certificates signed exactly this element.</summary>
    /// <exception cref="SamlRefusedException">Nobody did, or somebody signed something else.</exception>
    public static void Verify(XmlElement element, IReadOnlyCollection<X509Certificate2> trusted)
    {
        var signature = element.Child("Signature", SamlNames.Signature)
            ?? throw new SamlRefusedException($"{element.LocalName} is not signed");
        var id = element.Required("ID");
        if (Named(element.OwnerDocument, id) != 1)
            throw new SamlRefusedException($"the ID of {element.LocalName} is given to more than one element");

        var signed = new OneElement(element);
        try
        {
            signed.LoadXml(signature);
        }
        catch (CryptographicException malformed)
        {
            throw new SamlRefusedException($"the signature cannot be read: {malformed.Message}");
        }

        Inspect(signed, signature, id);

        // Only keys that are known beforehand count; whatever key the message brings along proves nothing.
        foreach (var certificate in trusted)
        {
            using var key = certificate.GetRSAPublicKey();
            if (key is not null && Checks(signed, key)) return;
        }

        throw new SamlRefusedException($"no known key signed {element.LocalName}, or it was changed afterwards");
    }

    private static void Inspect(SignedXml signed, XmlElement signature, string id)
    {
        if (signed.SignedInfo!.SignatureMethod != SignedXml.XmlDsigRSASHA256Url)
            throw new SamlRefusedException($"the signature method is {signed.SignedInfo.SignatureMethod}, expected RSA with SHA-256");
        if (signed.SignedInfo.CanonicalizationMethod != SignedXml.XmlDsigExcC14NTransformUrl)
            throw new SamlRefusedException("the signature is not over exclusive canonical XML");
        if (signature.Children("Object", SamlNames.Signature).Count > 0)
            throw new SamlRefusedException("the signature carries content of its own");
        if (signed.SignedInfo.References is not [Reference reference] || reference.Uri != "#" + id)
            throw new SamlRefusedException("the signature is not about this element, or not about it alone");
        if (reference.DigestMethod != SignedXml.XmlDsigSHA256Url)
            throw new SamlRefusedException($"the digest method is {reference.DigestMethod}, expected SHA-256");
        if (reference.TransformChain.Count > Transforms.Count)
            throw new SamlRefusedException("the signature transforms the element more often than needed");
        foreach (Transform transform in reference.TransformChain)
            if (transform.Algorithm is null || !Transforms.Contains(transform.Algorithm))
                throw new SamlRefusedException($"the signature uses the transform {transform.Algorithm}");
    }

    private static bool Checks(SignedXml signed, RSA key)
    {
        try
        {
            return signed.CheckSignature(key);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static int Named(XmlDocument document, string id) => document.SelectNodes("//*")!.OfType<XmlElement>()
        .Count(element => element.GetAttribute("ID") == id || element.GetAttribute("Id") == id || element.GetAttribute("id") == id);

    // References are resolved to this one element, or to nothing.
    private sealed class OneElement(XmlElement element) : SignedXml(element.OwnerDocument)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            element.GetAttribute("ID") == idValue ? element : null;
    }
}
