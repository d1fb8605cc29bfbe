using System.Net.Http.Headers;
using System.Text;

namespace KmsiConformance.Browsers.Simulated.Forms;

/// <summary>The body of a submitted form; can be sent more than once, as 307 and 308 want it.</summary>
/// <param name="Type">The value of <c>Content-Type</c>.</param>
internal sealed record FormBody(string Type, byte[] Octets)
{
    /// <summary>What it carries.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; private init; } = [];

    public HttpContent Content()
    {
        var content = new ByteArrayContent(Octets);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(Type);
        return content;
    }

    /// <summary>Encodes fields in the way that a form's <c>enctype</c> asks for (HTML standard, 4.10.22).</summary>
    public static FormBody Of(string enctype, IReadOnlyList<(string Name, string Value)> fields) => enctype switch
    {
        "multipart/form-data" => Multipart(fields) with { Fields = fields },
        "text/plain" => new("text/plain", Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => $"{field.Name}={field.Value}\r\n"))))
        {
            Fields = fields,
        },
        _ => UrlEncoded(fields) with { Fields = fields },
    };

    public static FormBody UrlEncoded(IEnumerable<(string Name, string Value)> fields) =>
        new("application/x-www-form-urlencoded", Encoding.ASCII.GetBytes(FormEncoding.Encode(fields)));

    private static FormBody Multipart(IReadOnlyList<(string Name, string Value)> fields)
    {
        var boundary = $"----kmsi{Guid.NewGuid():N}";
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            var quoted = name.Replace("\r", "%0D", StringComparison.Ordinal)
                .Replace("\n", "%0A", StringComparison.Ordinal)
                .Replace("\"", "%22", StringComparison.Ordinal);
            text.Append("--")
                .Append(boundary)
                .Append("\r\nContent-Disposition: form-data; name=\"")
                .Append(quoted)
                .Append("\"\r\n\r\n")
                .Append(value)
                .Append("\r\n");
        }

        text.Append("--").Append(boundary).Append("--\r\n");
        return new FormBody($"multipart/form-data; boundary={boundary}", Encoding.UTF8.GetBytes(text.ToString()));
    }
}
