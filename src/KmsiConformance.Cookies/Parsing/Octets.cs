namespace KmsiConformance.Cookies.Parsing;

/// <summary>The few classes of octets that the grammar knows. A character of a text is an octet.</summary>
internal static class Octets
{
    /// <summary>A control character; the tab is white space and none.</summary>
    public static bool IsControl(char octet) => octet is <= '\x08' or (>= '\x0A' and <= '\x1F') or '\x7F';

    public static bool HasControl(ReadOnlySpan<char> text)
    {
        foreach (var octet in text)
            if (IsControl(octet)) return true;
        return false;
    }

    /// <summary>Without leading and trailing WSP: blanks and tabs, nothing else.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(" \t");
}
