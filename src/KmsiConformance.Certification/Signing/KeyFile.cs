using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Certification.Signing;

/// <summary>
/// The files of a key pair: PKCS#8 for the private one, which only its owner may read, and SubjectPublicKeyInfo for the other.
/// </summary>
public static class KeyFile
{
    private const string Curve = "1.2.840.10045.3.1.7";
    private const string Expected = "Expected an ECDSA key on the curve P-256, as 'kmsi keys new' makes it";
    private const string PrivateLabel = "PRIVATE KEY";
    private const string SealedLabel = "ENCRYPTED PRIVATE KEY";
    private const string PublicLabel = "PUBLIC KEY";
    private const int Largest = 1 << 16;

    // As OWASP recommends it for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023).
    private static readonly PbeParameters Sealing = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000);

    /// <summary>Where the public key stands that belongs to a private one.</summary>
    public static string PublicOf(string file) => file + ".pub";

    /// <summary>Makes a key pair and writes both files; neither may be there.</summary>
    /// <param name="file">The private key's; <see cref="PublicOf"/> says where the public one goes.</param>
    /// <param name="password">What the private key is sealed with; null leaves it open.</param>
    /// <returns>The fingerprint.</returns>
    /// <exception cref="PackException">One of the files is there.</exception>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static string New(string file, string? password)
    {
        if (new[] { file, PublicOf(file) }.FirstOrDefault(File.Exists) is { } there)
            throw new PackException(
                $"{Path.GetFullPath(there)} is there already, and no key is ever written over. Name another with --out.");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var pem = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, Sealing);
        using (var into = new FileStream(file, create)) into.Write(Encoding.ASCII.GetBytes(pem + "\n"));
        File.WriteAllText(PublicOf(file), key.ExportSubjectPublicKeyInfoPem() + "\n");
        return KeyFingerprint.Text(key);
    }

    /// <summary>Reads a private key.</summary>
    /// <param name="password">What it is sealed with; null for none.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="PackException">It holds no such key, or the password is another.</exception>
    public static ECDsa Private(string file, string? password)
    {
        var (label, der) = Read(file, "a private key");
        return label switch
        {
            PublicLabel => throw new PackException(
                $"{file} is a public key, which signs nothing. {Expected}: the file without '.pub'."),
            SealedLabel when password is null => throw new PackException(
                $"{file} is sealed with a password. Say where it is kept with --key-password env:NAME or file:PATH."),
            SealedLabel => Checked(
                file, der.Length, key =>
                {
                    key.ImportEncryptedPkcs8PrivateKey(password, der, out var read);
                    return read;
                },
                "; or the password is another one"),
            PrivateLabel when password is not null => throw new PackException(
                $"{file} is not sealed with a password. Leave out --key-password."),
            PrivateLabel => Checked(file, der.Length, key =>
            {
                key.ImportPkcs8PrivateKey(der, out var read);
                return read;
            }),
            _ => throw new PackException($"{file} holds {Indefinite(label)}. {Expected}: -----BEGIN PRIVATE KEY-----."),
        };
    }

    /// <summary>Reads a public key.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="PackException">It holds no such key.</exception>
    public static ECDsa Public(string file)
    {
        var (label, der) = Read(file, "a public key");
        return label switch
        {
            PublicLabel => Checked(file, der.Length, key =>
            {
                key.ImportSubjectPublicKeyInfo(der, out var read);
                return read;
            }),
            PrivateLabel or SealedLabel => throw new PackException(
                $"{file} is a private key, which nobody but its owner should have. Expected the public one, {PublicOf(file)}. If somebody "
                + "sent it to you, tell them to make another pair."),
            _ => throw new PackException($"{file} holds {Indefinite(label)}. {Expected}: -----BEGIN PUBLIC KEY-----."),
        };
    }

    private static (string Label, byte[] Der) Read(string file, string what)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no {file}. Expected {what}; 'kmsi keys new' makes a pair.", file);
        if (OrdinaryFile.Length(file) is 0 or > Largest)
            throw new PackException($"{file} is empty, too long for a key, or no ordinary file. {Expected}.");
        var text = OrdinaryFile.Text(file);
        return PemEncoding.TryFind(text, out var found)
            ? (text[found.Label], Convert.FromBase64String(text[found.Base64Data]))
            : throw new PackException($"{file} is no PEM file, or was cut short. {Expected}: a text that begins with -----BEGIN.");
    }

    private static ECDsa Checked(string file, int length, Func<ECDsa, int> import, string or = "")
    {
        var key = ECDsa.Create();
        try
        {
            if (import(key) != length) throw new PackException($"{file} holds more than a key. {Expected}, and nothing behind it.");
            if (!key.ExportParameters(includePrivateParameters: false).Curve.IsNamed)
                throw new PackException($"{file} spells out its curve instead of naming it. {Expected}.");
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is var curve && curve != Curve)
                throw new PackException($"{file} holds a key on another curve ({key.KeySize} bits). {Expected}.");
            return key;
        }
        catch (Exception wrong) when (wrong is CryptographicException or PackException)
        {
            key.Dispose();
            throw wrong as PackException ?? new PackException($"{file} holds no ECDSA key{or}. {Expected}.", wrong);
        }
    }

    private static string Indefinite(string label) => $"a PEM block of another kind ({label})";
}
