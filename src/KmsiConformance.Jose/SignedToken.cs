using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KmsiConformance.Jose;

/// <summary>Reads tokens that somebody signed, and believes none unseen.</summary>
public static class SignedToken
{
    private const int LargestToken = 64 * 1024;

    private static readonly JsonWebTokenHandler Reader = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LargestToken };

    /// <summary>The token, signed by one of the issuer's keys and in order.</summary>
    /// <exception cref="TokenRefusedException">It must not be believed; the message says why.</exception>
    public static async Task<JsonWebToken> ValidateAsync(string token, IssuerKeys keys, ExpectedToken rules)
    {
        var read = Read(token, rules.What);
        if (!TokenAlgorithms.Believed.Contains(read.Alg, StringComparer.Ordinal))
            throw new TokenRefusedException(
                $"{rules.What} is signed with '{read.Alg}', expected {string.Join(", ", TokenAlgorithms.Signing)}");

        var known = await keys.KnownAsync();
        var names = !string.IsNullOrEmpty(read.Kid);
        if (names && !known.Any(key => key.KeyId == read.Kid)) known = await keys.FreshAsync();
        if (names && !known.Any(key => key.KeyId == read.Kid))
            throw new TokenRefusedException($"{rules.What}'s signature does not fit any key of the issuer: none is named '{read.Kid}'");
        var refused = await JudgeAsync(read, rules.Parameters(known, names));
        if (refused is SecurityTokenSignatureKeyNotFoundException && !names)
            refused = await JudgeAsync(read, rules.Parameters(await keys.FreshAsync(), names));
        if (refused is not null) throw InPlainWords(refused, rules.What);
        rules.JudgeRest(read);
        return read;
    }

    /// <summary>The token as far as its rules go, whoever signed it. For services that are to be wrong.</summary>
    /// <exception cref="TokenRefusedException">It breaks the rules.</exception>
    public static async Task<JsonWebToken> JudgeUnverifiedAsync(string token, ExpectedToken rules)
    {
        var read = Read(token, rules.What);
        var parameters = rules.Parameters([], kidIsNamed: false);
        parameters.RequireSignedTokens = false;
        parameters.ValidAlgorithms = null;
        parameters.SignatureValidator = (_, _) => read;
        if (await JudgeAsync(read, parameters) is { } refused) throw InPlainWords(refused, rules.What);
        rules.JudgeRest(read);
        return read;
    }

    /// <summary>Whether the key has signed the token, with the key's algorithm. Says nothing of what the token says.</summary>
    public static bool IsSignedBy(JsonWebToken token, TokenKey key)
    {
        if (token.Alg != key.Algorithm || token.EncodedSignature.Length == 0) return false;
        var verifier = key.Key.CryptoProviderFactory.CreateForVerifying(key.Key, token.Alg);
        try
        {
            return verifier.Verify(
                System.Text.Encoding.ASCII.GetBytes($"{token.EncodedHeader}.{token.EncodedPayload}"), Base64UrlEncoder
                    .DecodeBytes(token.EncodedSignature));
        }
        catch (FormatException)
        {
            return false;
        }
        finally
        {
            key.Key.CryptoProviderFactory.ReleaseSignatureProvider(verifier);
        }
    }

    /// <summary>What has the form of a token; null for everything else.</summary>
    public static JsonWebToken? Parse(string token)
    {
        if (token.Length > LargestToken || token.Count(c => c == '.') != 2) return null;
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception broken) when (
            broken is ArgumentException or SecurityTokenException or System.Text.Json.JsonException or FormatException)
        {
            return null;
        }
    }

    private static JsonWebToken Read(string token, string what) =>
        Parse(token)
            ?? throw new TokenRefusedException($"{what} is not a signed token: expected three parts of base64url, the first two JSON");

    private static async Task<Exception?> JudgeAsync(JsonWebToken token, TokenValidationParameters parameters)
    {
        var result = await Reader.ValidateTokenAsync(token, parameters);
        return result.IsValid ? null : result.Exception;
    }

    private static TokenRefusedException InPlainWords(Exception refused, string what) => refused switch
    {
        TokenRefusedException plain => plain,
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidSigningKeyException =>
            new($"{what}'s signature does not fit any key of the issuer"),
        _ => new($"{what} cannot be read: {refused.GetType().Name}"),
    };
}
