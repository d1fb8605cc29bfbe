using System.Text;
using System.Xml;

namespace KmsiConformance.Reporting.JUnit;

/// <summary>Text that XML 1.0 can hold.</summary>
internal static class XmlText
{
    /// <summary>The text without control characters and halves of surrogate pairs, which no XML file may contain.</summary>
    public static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) valid.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) valid.Append(text[i]);
        }
        return valid.ToString();
    }
}
