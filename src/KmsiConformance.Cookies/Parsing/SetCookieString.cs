namespace KmsiConformance.Cookies.Parsing;

/// <summary>A <c>Set-Cookie</c> header taken apart (RFC 6265bis, 5.6); no attribute has been understood yet.</summary>
/// <param name="Attributes">In the order written; none with a value over 1024 octets.</param>
public sealed record SetCookieString(string Name, string Value, IReadOnlyList<CookieAttribute> Attributes)
{
    /// <summary>Octets that name and value may have together (N-78).</summary>
    public const int NameAndValueLimit = 4096;

    /// <summary>Octets that the value of an attribute may have.</summary>
    public const int AttributeValueLimit = 1024;

    private static readonly SetCookieString Nothing = new("", "", []);

    /// <summary>Takes a header's text apart. Never throws.</summary>
    /// <param name="text">One character for each octet.</param>
    /// <param name="parsed">The parts; empty when refused.</param>
    public static CookieRefusal Parse(string text, out SetCookieString parsed)
    {
        parsed = Nothing;
        if (Octets.HasControl(text)) return CookieRefusal.ControlCharacter;

        var rest = text.AsSpan();
        var pair = UpTo(';', ref rest);
        var (name, value) = Split(pair, lonelyIsName: false);
        if (name.Length + value.Length > NameAndValueLimit) return CookieRefusal.TooLarge;

        var attributes = new List<CookieAttribute>();
        while (!rest.IsEmpty)
        {
            rest = rest[1..];
            var (attribute, setting) = Split(UpTo(';', ref rest), lonelyIsName: true);
            if (setting.Length <= AttributeValueLimit) attributes.Add(new CookieAttribute(attribute, setting));
        }

        parsed = new SetCookieString(name, value, attributes);
        return name.Length + value.Length == 0 ? CookieRefusal.Empty : CookieRefusal.None;
    }

    /// <summary>What stands before the mark; the rest then begins with it.</summary>
    private static ReadOnlySpan<char> UpTo(char mark, ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(mark);
        var taken = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[end..];
        return taken;
    }

    // A cookie without "=" is a value without a name, an attribute without "=" is a name without a value.
    private static (string Name, string Value) Split(ReadOnlySpan<char> text, bool lonelyIsName)
    {
        var equals = text.IndexOf('=');
        if (equals >= 0) return (Octets.Trim(text[..equals]).ToString(), Octets.Trim(text[(equals + 1)..]).ToString());
        var lonely = Octets.Trim(text).ToString();
        return lonelyIsName ? (lonely, "") : ("", lonely);
    }
}

/// <summary>An attribute as it was written.</summary>
public readonly record struct CookieAttribute(string Name, string Value);
