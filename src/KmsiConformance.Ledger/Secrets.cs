using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KmsiConformance.Ledger;

/// <summary>Masks what must not leave the process: cookie values, codes, tokens, passwords.</summary>
public static partial class Secrets
{
    private static byte[] _key = RandomNumberGenerator.GetBytes(32);

    private static DeclaredSecrets _declared = DeclaredSecrets.None;

    private static readonly HashSet<string> PublicParameters = new(StringComparer.Ordinal)
    {
        "response_type", "response_mode", "scope", "redirect_uri", "post_logout_redirect_uri", "prompt", "client_id", "p",
        "error", "rememberMe", "code_challenge_method", "max_age",
    };

    /// <summary>Has fingerprints of another process mean the same in this one; to be said before the first is made.</summary>
    /// <param name="key">A key that both have.</param>
    public static void FingerprintBy(byte[] key) => _key = key;

    /// <summary>
    /// A short fingerprint of a secret value: equal values give equal ones within one process, another process gives
    /// others, and the value cannot be computed back.
    /// </summary>
    public static string Fingerprint(string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(value)))[..8];

    /// <summary>
    /// Has values masked wherever they appear from now on, plain or as addresses, pages and JSON write them. For secrets that
    /// come from outside and that a product may repeat anywhere.
    /// </summary>
    /// <param name="values">The secrets; those of fewer than four characters would mask half of every text and are left.</param>
    public static void Declare(IEnumerable<string> values)
    {
        var forms = values.Where(value => value.Length >= 4).SelectMany(SecretForms.Of).ToList();
        DeclaredSecrets known;
        do known = _declared;
        while (Interlocked.CompareExchange(ref _declared, known.With(forms), known) != known);
    }

    /// <summary>Whether a declared secret stands in the text, in any form in which it would be masked.</summary>
    public static bool Stands(string text) => _declared.Mask(text) != text;

    /// <summary>The URL with every query and fragment value masked but those known to be public.</summary>
    public static string MaskUrl(string url)
    {
        var start = url.IndexOfAny(['?', '#']);
        return MaskDeclared(start < 0 ? url : url[..start] + Parameter().Replace(url[start..], MaskParameter));
    }

    /// <summary>
    /// The text with the parameters of every address in it masked as <see cref="MaskUrl"/> does, and every token: what
    /// exceptions and pages say may hold either.
    /// </summary>
    public static string MaskText(string text) =>
        MaskTokens(text.AsSpan().ContainsAny('?', '#', '&') ? WordOfAddress().Replace(text, MaskParameter) : text);

    /// <summary>The text with anything that looks like a signed or encrypted token (three or five base64url parts) masked.</summary>
    public static string MaskTokens(string text) => MaskDeclared(Token().Replace(text, "[token]"));

    private static string MaskDeclared(string text) => _declared.Mask(text);

    private static string MaskParameter(Match match) =>
        PublicParameters.Contains(match.Groups["name"].Value)
            ? match.Value
            : $"{match.Groups["lead"].Value}{match.Groups["name"].Value}=***";

    [GeneratedRegex(@"(?<lead>[?&#])(?<name>[^=&#]+)=(?<value>[^&#]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    // In running text an address ends at a space, a quotation mark or a bracket, and a full stop after it is the sentence's.
    [GeneratedRegex(
        @"(?<lead>[?&#])(?<name>[^\s=&#?""'<>]+)=(?<value>[^\s&#""'<>]*?)(?=[.,;:)\]]*(?:[\s&#""'<>]|$))",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordOfAddress();

    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)?", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
