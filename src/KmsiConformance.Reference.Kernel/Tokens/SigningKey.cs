using System.Collections.Concurrent;
using KmsiConformance.Jose;

namespace KmsiConformance.Reference.Kernel.Tokens;

/// <summary>
/// The keys that sign tokens, one for each algorithm. Making one takes time, so that all servers of a process share
/// them.
/// </summary>
internal static class SigningKey
{
    /// <summary>What tokens are signed with unless the options say otherwise.</summary>
    public const string StandardAlgorithm = "RS256";

    private static readonly ConcurrentDictionary<string, Lazy<TokenKey>> Made = new(StringComparer.Ordinal);

    public static TokenKey Standard => Of(StandardAlgorithm);

    /// <summary>The key of an algorithm.</summary>
    /// <exception cref="ArgumentException">Not one of <see cref="TokenAlgorithms.Signing"/>.</exception>
    public static TokenKey Of(string algorithm) => Made.GetOrAdd(algorithm, name => new Lazy<TokenKey>(() => TokenKey.Make(name))).Value;

    /// <summary>The keys that tokens were signed with so far.</summary>
    public static IEnumerable<TokenKey> All => Made.Values.Where(key => key.IsValueCreated).Select(key => key.Value);
}

/// <summary>Claims that a certain key is to sign; <see cref="SigningKey.Standard"/> signs those of a plain dictionary.</summary>
internal sealed class SignedClaims(TokenKey key) : Dictionary<string, object>(StringComparer.Ordinal)
{
    public TokenKey Key => key;
}
