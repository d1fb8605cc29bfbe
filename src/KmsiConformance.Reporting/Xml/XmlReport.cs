using System.Globalization;
using System.Text;
using System.Xml;

namespace KmsiConformance.Reporting.Xml;

/// <summary>How reports in XML are written: UTF-8, indented, with nothing in it that XML cannot hold.</summary>
internal static class XmlReport
{
    /// <summary>The whole file.</summary>
    public static string Of(Action<XmlWriter> write)
    {
        using var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" })) write(xml);
        return text + "\n";
    }

    public static void Attribute(this XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Valid(value));

    public static void Attribute(this XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An element that holds a text and nothing else.</summary>
    public static void Text(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, Valid(text));

    /// <summary>A text within the element that is being written.</summary>
    public static void Content(this XmlWriter xml, string text) => xml.WriteString(Valid(text));

    // Without control characters and halves of surrogate pairs, which no XML file may contain.
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) valid.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) valid.Append(text[i]);
        }

        return valid.ToString();
    }

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }
}
