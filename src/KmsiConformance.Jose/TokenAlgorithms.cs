using Microsoft.IdentityModel.Tokens;

namespace KmsiConformance.Jose;

/// <summary>Signature algorithms of tokens (RFC 7518, 3.1).</summary>
public static class TokenAlgorithms
{
    /// <summary>Those that our own services can sign with.</summary>
    public static IReadOnlyList<string> Signing { get; } =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    /// <summary>
    /// Those whose tokens are believed. All of them have a private and a public key: with a shared secret (HS256) anybody
    /// who can check a token could have written it, and <c>none</c> is no signature at all.
    /// </summary>
    public static IReadOnlyList<string> Believed { get; } =
    [
        .. Signing,
        SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];
}
