using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.OpenIdConnect.SessionManagement;

/// <summary>
/// What an application may compare to learn whether the browser's session at the provider has changed: a salted hash, so
/// that it differs from application to application and from answer to answer (N-20, N-22).
/// </summary>
internal static class SessionState
{
    private const int SaltBytes = 12;

    /// <summary>A value for an application, for the browser's state as it is.</summary>
    public static string Of(string clientId, string redirectUri, string browserState)
    {
        var salt = Base64Url.Encode(RandomNumberGenerator.GetBytes(SaltBytes));
        return $"{Hash($"{clientId} {new Uri(redirectUri).GetLeftPart(UriPartial.Authority)} {browserState} {salt}")}.{salt}";
    }

    /// <summary>SHA-256, base64url; the frame's script computes the same.</summary>
    public static string Hash(string text) => Base64Url.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
