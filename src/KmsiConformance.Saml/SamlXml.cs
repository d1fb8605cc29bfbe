using System.Globalization;
using System.Text;
using System.Xml;

namespace KmsiConformance.Saml;

/// <summary>Reads and writes the XML of messages: no document type, no entity, no address that is followed, white space as it is.</summary>
public static class SamlXml
{
    private const int LongestMessage = 256 * 1024;

    /// <summary>Parses a message.</summary>
    /// <exception cref="SamlRefusedException">It is no XML, too long, or brings a document type.</exception>
    public static XmlDocument Parse(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LongestMessage,
            MaxCharactersFromEntities = 0,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            document.Load(reader);
        }
        catch (XmlException malformed)
        {
            throw new SamlRefusedException($"the message is not XML that is read here: {malformed.Message}");
        }

        return document;
    }

    /// <summary>Parses a message whose root must be of that name.</summary>
    /// <exception cref="SamlRefusedException">It cannot be read, or is another message.</exception>
    public static XmlElement Parse(string xml, string localName, string space)
    {
        var root = Parse(xml).DocumentElement!;
        return Is(root, localName, space) ? root : throw new SamlRefusedException($"expected {localName}, found {root.LocalName}");
    }

    /// <summary>The children of that name.</summary>
    public static IReadOnlyList<XmlElement> Children(this XmlElement element, string localName, string space) =>
        [.. element.ChildNodes.OfType<XmlElement>().Where(child => Is(child, localName, space))];

    /// <summary>The only child of that name; null when there is none.</summary>
    /// <exception cref="SamlRefusedException">There are several: nobody may choose which one counts.</exception>
    public static XmlElement? Child(this XmlElement element, string localName, string space) => element.Children(localName, space) switch
    {
        [] => null,
        [var only] => only,
        var several => throw new SamlRefusedException($"{element.LocalName} has {several.Count} elements {localName}, expected one"),
    };

    /// <summary>The only child of that name.</summary>
    /// <exception cref="SamlRefusedException">There is none, or several.</exception>
    public static XmlElement Demand(this XmlElement element, string localName, string space) =>
        element.Child(localName, space) ?? throw new SamlRefusedException($"{element.LocalName} has no {localName}");

    /// <summary>An attribute; null when it is absent or empty.</summary>
    public static string? Attribute(this XmlElement element, string name) =>
        element.GetAttribute(name) is { Length: > 0 } value ? value : null;

    /// <summary>An attribute.</summary>
    /// <exception cref="SamlRefusedException">It is absent or empty.</exception>
    public static string Required(this XmlElement element, string name) =>
        element.Attribute(name) ?? throw new SamlRefusedException($"{element.LocalName} has no {name}");

    /// <summary>A moment in an attribute, UTC; null when it is absent.</summary>
    /// <exception cref="SamlRefusedException">It is no moment.</exception>
    public static DateTimeOffset? Moment(this XmlElement element, string name)
    {
        if (element.Attribute(name) is not { } text) return null;
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw new SamlRefusedException($"{name} of {element.LocalName} is '{text}', which is no time");
    }

    /// <summary>A moment as messages write it.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Writes XML without a declaration.</summary>
    internal static string Write(Action<XmlWriter> content)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true })) content(writer);
        return text.ToString();
    }

    internal static void Element(
        this XmlWriter writer, string prefix, string name, string space, Action content,
        params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        writer.WriteStartElement(prefix, name, space);
        foreach (var (attribute, value) in attributes)
            if (value is not null) writer.WriteAttributeString(attribute, value);
        content();
        writer.WriteEndElement();
    }

    internal static void Text(
        this XmlWriter writer, string prefix, string name, string space, string text,
        params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        writer.Element(prefix, name, space, () => writer.WriteString(text), attributes);

    private static bool Is(XmlElement element, string localName, string space) =>
        element.LocalName == localName && element.NamespaceURI == space;
}
