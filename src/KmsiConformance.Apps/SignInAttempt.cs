using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Apps;

/// <summary>What an app remembers between its authorize request and the answer: state, nonce and PKCE verifier.</summary>
internal sealed record SignInAttempt(string State, string Nonce, string Verifier, LoginEndpoint Login)
{
    public static SignInAttempt New(LoginEndpoint login) => new(Random(), Random(), Random(), login);

    /// <summary>Where the answer goes; the exchange must name the same address.</summary>
    public string RedirectUri { get; init; } = "";

    /// <summary>The S256 challenge of the verifier.</summary>
    public string Challenge => Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>256 random bits, base64url.</summary>
    public static string Random() => Base64Url(RandomNumberGenerator.GetBytes(32));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
