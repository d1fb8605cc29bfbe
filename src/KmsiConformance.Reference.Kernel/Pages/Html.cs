using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>HTML text. What is put into a template is encoded, unless it is HTML already.</summary>
[InterpolatedStringHandler]
internal sealed class Html(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(string? text) => _text.Append(HtmlEncoder.Default.Encode(text ?? ""));

    public void AppendFormatted(Html html) => _text.Append(html._text);

    /// <summary>Markup known to be harmless: our own styles and scripts.</summary>
    public static Html Trusted(string markup)
    {
        var html = new Html(markup.Length, 0);
        html.AppendLiteral(markup);
        return html;
    }

    /// <summary>A value for use inside a script. The serializer escapes everything that could end the script.</summary>
    public static Html Script(object value) => Trusted(JsonSerializer.Serialize(value));

    public static Html Of(Html html) => html;

    public override string ToString() => _text.ToString();
}
