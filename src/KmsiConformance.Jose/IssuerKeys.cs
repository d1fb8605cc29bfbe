using Microsoft.IdentityModel.Tokens;

namespace KmsiConformance.Jose;

/// <summary>
/// The public keys of an issuer: fetched when they are first needed, and once more when a token names a key that is not
/// among them, for keys are replaced. However many such tokens come, nobody can make us fetch more often than that.
/// </summary>
/// <param name="fetch">Gets the text of the issuer's key document (a JSON Web Key Set).</param>
/// <param name="clock">Decides when keys may be fetched again.</param>
public sealed class IssuerKeys(Func<Task<string>> fetch, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private Task<IReadOnlyList<JsonWebKey>>? _known;
    private DateTimeOffset? _again;

    /// <summary>How long tokens with unknown keys are refused before they cause another fetch.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The numbers of the keys fetched last that are not written in base64url without padding (RFC 7518, 6.2.1 and 6.3.1), each name once,
    /// such as <c>n</c>. Readers that are generous take them all the same.
    /// </summary>
    public IReadOnlyList<string> Misspelt { get; private set; } = [];

    /// <summary>The keys as they are known; whatever <c>fetch</c> throws when they cannot be had.</summary>
    /// <exception cref="TokenRefusedException">What the issuer gives is not a key document.</exception>
    public Task<IReadOnlyList<JsonWebKey>> KnownAsync()
    {
        lock (_gate)
        {
            if (_known is null or { IsFaulted: true } or { IsCanceled: true }) _known = FetchAsync();
            return _known;
        }
    }

    /// <summary>The keys, fetched once more unless that happened within <see cref="Pause"/>.</summary>
    /// <exception cref="TokenRefusedException">What the issuer gives is not a key document; the old keys stay known.</exception>
    public Task<IReadOnlyList<JsonWebKey>> FreshAsync()
    {
        lock (_gate)
        {
            if (_again is { } last && clock.GetUtcNow() - last < Pause) return KnownAsync();
            _again = clock.GetUtcNow();
            return _known = ReplaceAsync(_known);
        }
    }

    private async Task<IReadOnlyList<JsonWebKey>> ReplaceAsync(Task<IReadOnlyList<JsonWebKey>>? before)
    {
        try
        {
            return await FetchAsync();
        }
        catch
        {
            lock (_gate) _known = before;
            throw;
        }
    }

    private async Task<IReadOnlyList<JsonWebKey>> FetchAsync()
    {
        // Not inside the lock: what fetches may do anything first.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var text = await fetch();
        try
        {
            IReadOnlyList<JsonWebKey> keys = [.. new JsonWebKeySet(text).Keys.Where(Signs)];
            Misspelt = [.. keys.SelectMany(NumbersOf).Where(number => !IsBase64Url(number.Value)).Select(number => number.Name).Distinct(
                StringComparer.Ordinal)];
            return keys;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw new TokenRefusedException("the issuer's key document is not a JSON Web Key Set");
        }
    }

    private static IEnumerable<(string Name, string Value)> NumbersOf(JsonWebKey key)
    {
        if (key.N is { } n) yield return ("n", n);
        if (key.E is { } e) yield return ("e", e);
        if (key.X is { } x) yield return ("x", x);
        if (key.Y is { } y) yield return ("y", y);
    }

    private static bool IsBase64Url(string value) => value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool Signs(JsonWebKey key) => key.Kty is "RSA" or "EC" && key.Use is null or "" or "sig";
}
