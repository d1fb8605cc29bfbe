using System.Text;
using System.Xml;

namespace KmsiConformance.Policies;

/// <summary>
/// Turns a file into elements. Policies may come from anywhere, so nothing in them is trusted: no document type
/// definition, no entity, no resolver, and limits on size and depth.
/// </summary>
internal static class PolicyXml
{
    /// <summary>Largest file in bytes; starter packs stay below a tenth of it.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Deepest nesting of elements; policies need about a dozen.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a file.</summary>
    /// <exception cref="PolicyException">The file is missing, too large, or not well-formed XML.</exception>
    public static PolicyElement Load(string file)
    {
        try
        {
            var length = new FileInfo(file).Length;
            if (length > MaxBytes) throw TooLarge(file, length);
            return Parse(File.ReadAllBytes(file), file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PolicyException(
                new Place(file, 0, 0), $"The file cannot be read ({unreadable.Message}). Expected a custom policy in XML.", unreadable);
        }
    }

    /// <summary>Reads the content of a file; <paramref name="file"/> names it in messages.</summary>
    /// <exception cref="PolicyException">The content is too large or not well-formed XML.</exception>
    public static PolicyElement Parse(byte[] content, string file)
    {
        if (content.Length > MaxBytes) throw TooLarge(file, content.Length);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var stream = new MemoryStream(content, writable: false);
        using var reader = XmlReader.Create(stream, settings);
        try
        {
            reader.MoveToContent();
            return ReadElement(reader, file);
        }
        catch (XmlException broken)
        {
            throw NotWellFormed(content, file, broken);
        }
    }

    private static PolicyElement ReadElement(XmlReader reader, string file)
    {
        var open = new Stack<Unfinished>();
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count == MaxDepth)
                    {
                        throw new PolicyException(
                            Here(reader, file), $"Elements are nested more than {MaxDepth} deep; a policy needs about a dozen levels. Remove the nesting.");
                    }

                    var empty = reader.IsEmptyElement;
                    open.Push(new Unfinished(reader.LocalName, Here(reader, file), ReadAttributes(reader, file)));
                    if (empty && Close(open) is { } emptyRoot) return ReadToEnd(reader, emptyRoot);
                    break;
                case XmlNodeType.EndElement:
                    if (Close(open) is { } root) return ReadToEnd(reader, root);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    open.Peek().Text.Append(reader.Value);
                    break;
            }

            if (!reader.Read()) throw new XmlException("The root element is missing.");
        }
    }

    // What stands behind the root must be well-formed too.
    private static PolicyElement ReadToEnd(XmlReader reader, PolicyElement root)
    {
        while (reader.Read())
        {
        }

        return root;
    }

    private static PolicyElement? Close(Stack<Unfinished> open)
    {
        var done = open.Pop().Finish();
        if (open.Count == 0) return done;
        open.Peek().Children.Add(done);
        return null;
    }

    private static PolicyAttribute[] ReadAttributes(XmlReader reader, string file)
    {
        if (!reader.HasAttributes) return [];
        var attributes = new List<PolicyAttribute>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
            attributes.Add(new PolicyAttribute(reader.LocalName, reader.Value, Here(reader, file)));
        reader.MoveToElement();
        return [.. attributes];
    }

    private static Place Here(XmlReader reader, string file) =>
        reader is IXmlLineInfo line ? new Place(file, line.LineNumber, line.LinePosition) : new Place(file, 0, 0);

    private static PolicyException TooLarge(string file, long bytes) => new(
        new Place(file, 0, 0), $"The file has {bytes} bytes; a policy may have {MaxBytes}. Split it into base, extensions and relying party.");

    private static PolicyException NotWellFormed(byte[] content, string file, XmlException broken)
    {
        // The parser does not say where a document type definition stands; of every other mistake it names the line.
        var text = Encoding.UTF8.GetString(content);
        var doctype = broken.LineNumber == 0 ? text.IndexOf("<!DOCTYPE", StringComparison.Ordinal) : -1;
        return doctype < 0
            ? new PolicyException(
                new Place(file, broken.LineNumber, broken.LinePosition),
                $"The file is not well-formed XML: {broken.Message} Expected a TrustFrameworkPolicy element, every element closed.",
                broken)
            : new PolicyException(
                new Place(file, text.AsSpan(0, doctype).Count('\n') + 1, doctype - text.LastIndexOf('\n', doctype)),
                "The file has a document type definition (DOCTYPE). Policies are read without one, because it can name other files and grow without limit: delete it.",
                broken);
    }

    private sealed record Unfinished(string Name, Place At, PolicyAttribute[] Attributes)
    {
        public List<PolicyElement> Children { get; } = [];

        public StringBuilder Text { get; } = new();

        public PolicyElement Finish() => new(Name, At, Attributes, Children, Text.ToString().Trim());
    }
}
