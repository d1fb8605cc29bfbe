using System.Security.Cryptography;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>What an authorization code stands for. It is worth something only to the same client, redirect URI and policy.</summary>
/// <param name="CodeChallenge">The PKCE challenge (S256); null when the request had none.</param>
internal sealed record Grant(
    string ClientId, string RedirectUri, string PolicyId, string Scope, string? Nonce, string? CodeChallenge,
    Authentication Authentication, DateTimeOffset ExpiresAt);

/// <summary>Authorization codes that wait to be redeemed: single use, five minutes of the world's time.</summary>
internal sealed class CodeStore(TimeProvider clock)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ExpiringStore<Grant> _grants = new(clock, grant => grant.ExpiresAt);

    public string Issue(TimeSpan lifetime, Func<DateTimeOffset, Grant> grant)
    {
        var code = Base64Url.Encode(RandomNumberGenerator.GetBytes(32));
        _grants.Put(code, grant(clock.GetUtcNow() + lifetime));
        return code;
    }

    /// <summary>The grant behind a code, or null when there is none, it is spent, or it has expired.</summary>
    /// <param name="spend">Whether the code is worth nothing from now on.</param>
    public Grant? Redeem(string code, bool spend) => spend ? _grants.Take(code) : _grants.Peek(code);

    /// <summary>Forgets all codes.</summary>
    public void Clear() => _grants.Clear();
}
