using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KmsiConformance.Jose;

/// <summary>A private key that signs tokens with one algorithm. Safe to use from many threads.</summary>
public sealed class TokenKey
{
    private const int RsaBits = 2048;

    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly JsonWebKey _key;
    private readonly SigningCredentials _credentials;

    // As a JSON Web Key, not as an RSA or ECDsa object: those promise nothing about use side by side, whereas the library
    // makes as many of them as it needs from the numbers in here.
    private TokenKey(JsonWebKey key, string algorithm)
    {
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        _key = key;
        _credentials = new SigningCredentials(key, algorithm);
    }

    /// <summary>The key's thumbprint (RFC 7638).</summary>
    public string Id => _key.KeyId;

    /// <summary>What it signs with, for example <c>RS256</c>.</summary>
    public string Algorithm => _credentials.Algorithm;

    /// <summary>The key as something that can check its own signatures.</summary>
    internal JsonWebKey Key => _key;

    /// <summary>The public half as an entry of a key document (RFC 7517), ready to be written as JSON.</summary>
    public IReadOnlyDictionary<string, string> Public
    {
        get
        {
            var entry =
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["kid"] = Id,
                    ["use"] = "sig",
                    ["kty"] = _key.Kty,
                    ["alg"] = Algorithm,
                };
            (string Name, string? Value)[] numbers = [("e", _key.E), ("n", _key.N), ("crv", _key.Crv), ("x", _key.X), ("y", _key.Y)];
            foreach (var (name, value) in numbers)
                if (value is not null) entry[name] = value;
            return entry;
        }
    }

    /// <summary>Makes a key; a tenth of a second for RSA.</summary>
    /// <param name="algorithm">One of <see cref="TokenAlgorithms.Signing"/>.</param>
    /// <exception cref="ArgumentException">Another algorithm.</exception>
    public static TokenKey Make(string algorithm)
    {
        if (algorithm == SecurityAlgorithms.EcdsaSha256)
        {
            using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return new TokenKey(Written(curve.ExportParameters(includePrivateParameters: true)), algorithm);
        }

        using var rsa = RSA.Create(RsaBits);
        return Of(rsa, algorithm);
    }

    /// <summary>The key that signs with the private half of an RSA key.</summary>
    /// <exception cref="ArgumentException">Not an algorithm of RSA keys that is signed with here.</exception>
    public static TokenKey Of(RSA rsa, string algorithm) => algorithm is SecurityAlgorithms.RsaSha256 or SecurityAlgorithms.RsaSsaPssSha256
        ? new TokenKey(
            JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true))),
            algorithm)
        : throw new ArgumentException(
            $"Expected one of {string.Join(", ", TokenAlgorithms.Signing)}, found '{algorithm}'.", nameof(algorithm));

    /// <summary>Signs claims; nothing is added to them.</summary>
    /// <param name="type">What kind of token it is (RFC 8725, 3.11).</param>
    public string Sign(IReadOnlyDictionary<string, object> claims, string type = "JWT") =>
        Writer.CreateToken(
            JsonSerializer.Serialize(claims), _credentials, new Dictionary<string, object>(StringComparer.Ordinal) { ["typ"] = type });

    // The library's own conversion would keep the ECDsa object.
    private static JsonWebKey Written(ECParameters numbers) => new()
    {
        Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
        Crv = JsonWebKeyECTypes.P256,
        X = Base64UrlEncoder.Encode(numbers.Q.X),
        Y = Base64UrlEncoder.Encode(numbers.Q.Y),
        D = Base64UrlEncoder.Encode(numbers.D),
    };
}
