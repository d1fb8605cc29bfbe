using System.Globalization;
using System.Text;

namespace KmsiConformance.Browsers.Simulated.Forms;

/// <summary><c>application/x-www-form-urlencoded</c>, octet for octet as browsers write it (URL standard, 5.2).</summary>
internal static class FormEncoding
{
    public static string Encode(IEnumerable<(string Name, string Value)> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            if (text.Length > 0) text.Append('&');
            Append(text, name);
            text.Append('=');
            Append(text, value);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string part)
    {
        foreach (var octet in Encoding.UTF8.GetBytes(part))
        {
            var c = (char)octet;
            if (char.IsAsciiLetterOrDigit(c) || c is '*' or '-' or '.' or '_') text.Append(c);
            else if (c == ' ') text.Append('+');
            else text.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }
    }
}
