using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KmsiConformance.Ledger;

/// <summary>The forms in which a secret may stand in a text: as addresses, pages and JSON write it, whoever wrote them.</summary>
internal static class SecretForms
{
    /// <summary>All of them; several are equal where nothing has to be written otherwise.</summary>
    public static IEnumerable<string> Of(string value) =>
    [
        value, Uri.EscapeDataString(value), WebUtility.UrlEncode(value), WebUtility.HtmlEncode(value),
        JsonEncodedText.Encode(value).ToString(), JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),

        // As the libraries of other languages do: with letters outside ASCII as they are or not, with slashes and tags escaped or not.
        Each(value, one => one > '~' ? Code(one) : Quoted(one)),
        Each(value, one => one > '~' ? Code(one) : one == '/' ? @"\/" : Quoted(one)),
        Each(value, one => one == '/' ? @"\/" : Quoted(one)),
        Each(value, one => one is '<' or '>' or '&' ? Code(one) : Quoted(one)),
        Each(value, one => Entity(one, "&quot;", "&#39;")), Each(value, one => Entity(one, "&quot;", "&#x27;")),
        Each(value, one => Entity(one, "&#34;", "&#39;")), Each(value, one => Entity(one, "&quot;", "'")),
        Each(value, one => Entity(one, "\"", "'")),
    ];

    private static string Each(string value, Func<char, string> form) => string.Concat(value.Select(form));

    private static string Quoted(char one) => one is '"' or '\\' ? $"\\{one}" : one.ToString();

    private static string Code(char one) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)one:x4}");

    private static string Entity(char one, string quotation, string apostrophe) => one switch
    {
        '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => quotation, '\'' => apostrophe, _ => one.ToString(),
    };
}
