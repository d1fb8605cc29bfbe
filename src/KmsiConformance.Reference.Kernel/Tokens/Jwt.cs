using System.Text.Json;
using KmsiConformance.Jose;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>Writes this service's tokens, and knows them again.</summary>
internal static class Jwt
{
    /// <summary>Signs the claims.</summary>
    /// <param name="type">What kind of token it is (RFC 8725, 3.11).</param>
    public static string Write(IReadOnlyDictionary<string, object> claims, string type = "JWT") =>
        (claims is SignedClaims { Key: var key } ? key : SigningKey.Standard).Sign(claims, type);

    /// <summary>
    /// The claims of a token that this service signed, expired or not; null for anything else: another key, another
    /// algorithm (<c>none</c> among them), another form.
    /// </summary>
    public static JsonElement? Verify(string token) =>
        SignedToken.Parse(token) is { } read && SigningKey.All.Any(key => SignedToken.IsSignedBy(read, key)) ? Claims(read) : null;

    /// <summary>
    /// The claims of anything that has the form of a token, whoever wrote it; null for another form. For faults only: nobody
    /// may believe them.
    /// </summary>
    /// <param name="algorithm">What the token says it is signed with.</param>
    public static JsonElement? ReadUnverified(string token, out string algorithm)
    {
        var read = SignedToken.Parse(token);
        algorithm = read?.Alg ?? "";
        return read is null ? null : Claims(read);
    }

    private static JsonElement Claims(JsonWebToken token)
    {
        using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return document.RootElement.Clone();
    }
}
