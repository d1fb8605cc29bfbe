using System.Globalization;

namespace KmsiConformance.Tests.Cookies.Differential;

/// <summary>Makes <c>Set-Cookie</c> headers, from ordinary to odd. The same seed makes the same headers.</summary>
/// <param name="tour">Number of the tour whose hosts are meant.</param>
internal sealed class CookieText(Random random, int tour, DateTimeOffset now)
{
    private static readonly string[] Names =
    [
        "a", "b", "A", "sid", "x-ms-cpim-sso:t.onmicrosoft.com_0", "x-ms-cpim-cache|eyJ_0", "", "n m", "\u00E9\u00FF", "\"q\"",
        "a,b", "$x", "a%3D", "__Secure-s", "__Host-h", "__SECURE-s", "__host-h", "__Secure", "__Hostx",
    ];

    private static readonly string[] Values =
    [
        "", "1", "2", "v=w", "\"quoted\"", "\"half", "a b", "\u00E9\u00A0\u00FF", "x,y", "%41+/=", "{\"a\":1}",
        "\ttab\tin\t", "  blanks  ", "__Host-x", "__Secure-y=1", "a|b<c>",
    ];

    private static readonly string[] Ages =
    [
        "0", "-1", "60", "600", "3600", "40000000", "34560000", "99999999999999999999", "-99999999999999999999", "00600", "5x", "1.5",
        "", "-", "abc", "\"600\"", "6 0",
    ];

    private static readonly string[] Paths =
        ["/", "/a", "/a/", "/a/b", "/a/b/c", "a", "", "//", "/A", "/ab", "/a b", "\"/a\"", "/a?x", "/a%62"];

    private static readonly string[] Junk =
        ["", "foo", "foo=bar", "Priority=High", "Version=1", "=", "= x", "Comment=\"a", "Max-Age5", "Path /a"];

    /// <summary>An odd header, whose cookie is told from all others by a mark of its own.</summary>
    public string Odd(int number)
    {
        var mark = $"~{number}~";
        var text = $"{Pad()}{One(Names)}{mark}{Pad()}{Equals()}{Pad()}{Value()}{Pad()}";
        if (text.StartsWith(mark, StringComparison.Ordinal)) text = $"={One("", "__Secure-", "__host-")}{mark}{One(Values)}";
        for (var left = random.Next(0, 6); left > 0; left--) text += $";{Pad()}{Attribute()}{Pad()}";
        if (random.Next(40) == 0) text += ";";
        if (random.Next(30) == 0)
            text = text.Insert(random.Next(text.LastIndexOf('~') + 1, text.Length + 1), One("\x01", "\x08", "\x0B", "\x1F", "\x7F", "\t"));
        return text;
    }

    /// <summary>An ordinary header, whose cookie replaces others of its tour.</summary>
    /// <remarks>
    /// No Max-Age of 0: Firefox counts it from a moment slightly after the one that it compares with, so that in one of some
    /// four hundred answers the cookie lives on to the end of that answer, and one set again there keeps its old place.
    /// </remarks>
    public string Ordinary(int number)
    {
        var text = $"{One("a", "b", "sid", "x-ms-cpim-sso:t_0")}=~{number}~";
        if (random.Next(2) == 0) text += $"; Domain={One($"c{tour}.localhost", $"c{tour}.localhost", $"x.c{tour}.localhost")}";
        if (random.Next(2) == 0) text += $"; Path={One("/", "/a", "/a/b")}";
        if (random.Next(3) == 0) text += $"; Max-Age={One("-1", "-5", "600", "86400")}";
        if (random.Next(5) == 0) text += "; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
        if (random.Next(3) == 0) text += "; Secure";
        if (random.Next(3) == 0) text += "; HttpOnly";
        return random.Next(4) == 0 ? text + "; Secure; SameSite=None" : text;
    }

    private string Attribute() => random.Next(16) switch
    {
        0 or 1 => $"{Cased("Expires")}={Pad()}{Date()}",
        2 or 3 => $"{Cased("Max-Age")}={Pad()}{One(Ages)}",
        4 or 5 or 6 => $"{Cased("Domain")}={Pad()}{Domain()}",
        7 or 8 or 9 => $"{Cased("Path")}={Pad()}{One(Paths)}",
        10 or 11 => Cased("Secure") + One("", "", "=", "=false", " = x"),
        12 => Cased("HttpOnly") + One("", "=1"),
        13 => $"{Cased("SameSite")}={Cased(One("None", "Lax", "Strict", "foo", "", "\"Lax\""))}",
        14 => One(Junk),
        _ => random.Next(3) == 0 ? $"Path=/{new string('p', random.Next(1020, 1030))}" : $"{Cased("SameSite")}=None; {Cased("Secure")}",
    };

    private string Value() => random.Next(25) == 0 ? new string('v', random.Next(4085, 4100)) : One(Values);

    private string Equals() => random.Next(20) == 0 ? "" : "=";

    private string Domain() => One(
        $"c{tour}.localhost", $".c{tour}.localhost", $"C{tour}.LocalHost", $"x.c{tour}.localhost", $".x.c{tour}.localhost",
        $"y.x.c{tour}.localhost", $"d{tour}.localhost", "localhost", ".localhost", "", $"..c{tour}.localhost", $"c{tour}.localhost.",
        $"1.c{tour}.localhost", "com", "example.com", "127.0.0.1");

    private string Date()
    {
        var when = now.AddDays(random.Next(4) switch { 0 => -random.Next(1, 4000), 1 => random.Next(401, 9000), _ => random.Next(1, 400) });
        if (random.Next(6) == 0)
        {
            return One(
                "", "0", "never", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "Tue, 30 Feb 2027 10:00:00 GMT",
                "1 Jan 2027", "10:00:00", "Mon, 32 Jan 2027 10:00:00 GMT", "1 Jan 2027 24:00:00", "1 Jan 2027 23:60:00",
                "1 Jan 1600 10:00:00", "31 Dec 37 10:00:00", "1 Jan 70 10:00:00", "1 Jan 69 10:00:00");
        }

        var format = One(
            "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy", "d MMM yyyy H:m:s",
            "yyyy MMM d HH:mm:ss",
            "dd/MMM/yyyy HH:mm:ss", "ddd, dd MMMM yyyy HH:mm:ss 'UTC'", "HH:mm:ss dd MMM yy", "ddd, dd-MMM-yyyy HH:mm:ss 'GMT'",
            "d'th' MMM yyyy HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "ddd, dd MMM yyyy HH:mm 'GMT'");
        var text = when.ToString(format, CultureInfo.InvariantCulture);
        return random.Next(5) switch { 0 => text.ToUpperInvariant(), 1 => text.ToLowerInvariant(), _ => text };
    }

    private string Pad() => random.Next(6) == 0 ? One(" ", "  ", "\t") : "";

    private string Cased(string text) => random.Next(4) switch { 0 => text.ToLowerInvariant(), 1 => text.ToUpperInvariant(), _ => text };

    private string One(params string[] choices) => choices[random.Next(choices.Length)];
}
