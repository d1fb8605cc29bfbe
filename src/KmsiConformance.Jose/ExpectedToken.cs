using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KmsiConformance.Jose;

/// <summary>What a token must say to be believed (OpenID Connect Core, 3.1.3.7), beside being signed.</summary>
/// <param name="What">How messages call the token, for example <c>the id_token</c>.</param>
/// <param name="Issuer">Its <c>iss</c>, character by character.</param>
/// <param name="Audience">Whom it is for: <c>aud</c> names it, and <c>azp</c> too where <c>aud</c> names several.</param>
/// <param name="Now">The time by which it is judged.</param>
public sealed record ExpectedToken(string What, string Issuer, string Audience, DateTimeOffset Now)
{
    /// <summary>By how much the clocks may differ.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>Its <c>nonce</c>; null asks for none and minds none.</summary>
    public string? Nonce { get; init; }

    /// <summary>The types that its header may name; one that names none is believed. Null allows every type.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>The same rules in the form that the library asks for. Lifetimes are judged by <see cref="Now"/> alone.</summary>
    internal TokenValidationParameters Parameters(IEnumerable<SecurityKey> keys, bool kidIsNamed) => new()
    {
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = !kidIsNamed,
        ValidAlgorithms = TokenAlgorithms.Believed,
        IssuerValidator = (issuer, _, _) => issuer == Issuer ? issuer : throw Wrong("iss", issuer, Issuer),
        AudienceValidator = (audiences, token, _) => IsForUs([.. audiences], (JsonWebToken)token),
        LifetimeValidator = (from, until, _, _) => IsInForce(from, until),
        TypeValidator = (type, _, _) =>
            IsOfType(type) ? type : throw new TokenRefusedException($"{What} is of the type '{type}', expected {Types![0]}"),
    };

    /// <summary>What the library does not look at.</summary>
    /// <exception cref="TokenRefusedException">It has another nonce, or was issued in time to come (Core, 3.1.3.7).</exception>
    internal void JudgeRest(JsonWebToken token)
    {
        if (token.IssuedAt > (Now + Skew).UtcDateTime)
            throw new TokenRefusedException($"{What} says that it is issued only {token.IssuedAt - Now.UtcDateTime:g} from now");
        if (Nonce is null) return;
        var nonce = token.TryGetPayloadValue<string>("nonce", out var said) ? said : null;
        if (nonce != Nonce) throw Wrong("nonce", nonce, Nonce);
    }

    private bool IsForUs(string[] audiences, JsonWebToken token)
    {
        if (!audiences.Contains(Audience, StringComparer.Ordinal))
            throw Wrong("aud", audiences.Length == 0 ? null : string.Join(' ', audiences), Audience);
        if (audiences.Length > 1 && token.Azp != Audience) throw Wrong("azp", token.Azp, Audience);
        return true;
    }

    private bool IsInForce(DateTime? from, DateTime? until)
    {
        if (!(until > (Now - Skew).UtcDateTime)) throw new TokenRefusedException($"{What} has expired, or says no expiry");
        if (from > (Now + Skew).UtcDateTime) throw new TokenRefusedException($"{What} is not valid yet");
        return true;
    }

    private bool IsOfType(string? type) => Types is null || string.IsNullOrEmpty(type) || Types.Contains(type, StringComparer.Ordinal);

    private TokenRefusedException Wrong(string claim, string? actual, string expected) =>
        new($"{What}'s {claim} is '{(string.IsNullOrEmpty(actual) ? "absent" : actual)}', expected '{expected}'");
}
