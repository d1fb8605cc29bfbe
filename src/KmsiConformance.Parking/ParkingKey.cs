using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Parking;

/// <summary>What parked journeys are encrypted with: they hold cookies and tokens that open sessions.</summary>
public sealed class ParkingKey
{
    /// <summary>The environment variable that holds the pass phrase.</summary>
    public const string Variable = "KMSI_PARKING_KEY";

    private const int ShortestPhrase = 16;
    private const int Iterations = 200_000;
    private readonly byte[] _key;

    private ParkingKey(byte[] key, byte[] marks) => (_key, Marks) = (key, marks);

    /// <summary>
    /// The key for fingerprints of secrets (<see cref="Secrets.FingerprintBy"/>): those of parked events must stay comparable.
    /// </summary>
    public byte[] Marks { get; }

    /// <summary>The key from the environment; null where it is not set.</summary>
    /// <exception cref="ParkingException">It is too short to protect anything.</exception>
    public static ParkingKey? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } phrase ? Of(phrase) : null;

    /// <summary>The key of a pass phrase.</summary>
    /// <exception cref="ParkingException">It is too short to protect anything.</exception>
    public static ParkingKey Of(string phrase)
    {
        if (phrase.Length < ShortestPhrase)
            throw new ParkingException(
                $"{Variable} has {phrase.Length} characters, expected {ShortestPhrase} at least: it protects cookies and tokens.");
        var master = Rfc2898DeriveBytes.Pbkdf2(
            phrase, Encoding.UTF8.GetBytes("KmsiConformance parked journeys"), Iterations, HashAlgorithmName.SHA256, 32);
        byte[] Derived(string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, master, 32, Encoding.UTF8.GetBytes(purpose));
        return new ParkingKey(Derived("journeys"), Derived("marks"));
    }

    /// <summary>Encrypts, and binds to a label that stays readable.</summary>
    internal byte[] Seal(byte[] open, byte[] label)
    {
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var (secret, tag) = (new byte[open.Length], new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(_key, tag.Length);
        aes.Encrypt(nonce, open, secret, tag, label);
        return [.. nonce, .. tag, .. secret];
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Another key, or something was changed.</exception>
    internal byte[] Open(byte[] @sealed, byte[] label)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        if (@sealed.Length < nonce + tag) throw new CryptographicException("Too short.");
        var open = new byte[@sealed.Length - nonce - tag];
        using var aes = new AesGcm(_key, tag);
        aes.Decrypt(@sealed.AsSpan(0, nonce), @sealed.AsSpan(nonce + tag), @sealed.AsSpan(nonce, tag), open, label);
        return open;
    }
}

/// <summary>Journeys cannot be parked or taken out. The message says the mend.</summary>
public sealed class ParkingException(string message, Exception? inner = null) : Exception(message, inner);
