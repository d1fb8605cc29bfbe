using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Cookies;

/// <summary>Falsifies a cookie in the browser's store.</summary>
internal sealed class TamperCookiePerformer : StepPerformer<TamperCookieStep>
{
    protected override async Task PerformAsync(
        World world, TamperCookieStep step, string profile, CancellationToken cancellation)
    {
        foreach (var cookie in await StoredOrMissing.FindAsync(world, step.Cookie, "tamper with", cancellation))
            await world.Browser.SetCookieAsync(cookie with { Value = Falsified(cookie.Value, step.At) }, cancellation);
    }

    // What a base64 text ends with may be padding, and may stand in the cookie encoded.
    private const string Padding = "=";

    private const string EncodedPadding = "%3D";

    // Six bits of base64: letters that differ in the highest of them. The lowest of the last one may mean nothing.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>
    /// One character becomes another of the same kind: length and alphabet stay, so that only the value is wrong. Doing it twice in the
    /// middle does not undo it.
    /// </summary>
    internal static string Falsified(string value, string at = "middle") => at switch
    {
        "first" => Replaced(value, value.StartsWith('"') && value.Length > 1 ? 1 : 0),
        "last" => Replaced(value, Meant(value) - 1),
        _ => Next(value, value.Length / 2),
    };

    // How much of it is no padding and no quotation mark.
    private static int Meant(string value)
    {
        var meant = value.TrimEnd('"');
        while (meant.EndsWith(Padding, StringComparison.Ordinal) || meant.EndsWith(EncodedPadding, StringComparison.OrdinalIgnoreCase))
            meant = meant[..^(meant.EndsWith(Padding, StringComparison.Ordinal) ? Padding.Length : EncodedPadding.Length)];
        return Math.Max(1, meant.Length);
    }

    private static string Next(string value, int at) =>
        With(value, at, value[at] is >= 'A' and < 'Z' ? (char)(value[at] + 1) : 'A');

    private static string Replaced(string value, int at) =>
        value.All(char.IsAsciiHexDigitLower) ? With(value, at, value[at] < '8' ? 'f' : '0')
        : Alphabet.IndexOf(value[at], StringComparison.Ordinal) is >= 0 and var place
            ? With(value, at, Alphabet[(place + (Alphabet.Length / 2)) % Alphabet.Length] is var other && char.IsAsciiLetterOrDigit(other)
                ? other : 'A')
            : With(value, at, 'A');

    private static string With(string value, int at, char other) => value[..at] + other + value[(at + 1)..];
}
