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
    public static PolicyElement Load(string file) => Read(file, false);

    /// <summary>
    /// Reads the root element of a file with its BasePolicy and nothing behind it, which tells what the file is and what
    /// it extends without holding the rest in memory.
    /// </summary>
    /// <exception cref="PolicyException">The file is missing, too large, or not well-formed up to there.</exception>
    public static PolicyElement LoadHeader(string file) => Read(file, true);

    /// <summary>Reads the content of a file; <paramref name="file"/> names it in messages.</summary>
    /// <exception cref="PolicyException">The content is too large or not well-formed XML.</exception>
    public static PolicyElement Parse(byte[] content, string file)
    {
        if (content.Length > MaxBytes) throw TooLarge(file, content.Length);
        using var stream = new MemoryStream(content, writable: false);
        return Parse(stream, file, headerOnly: false);
    }

    private static PolicyElement Read(string file, bool headerOnly)
    {
        try
        {
            // A pipe would be waited for, and a device never ends.
            if (new FileInfo(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file).Length == 0) return Parse([], file);
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (stream.Length > MaxBytes) throw TooLarge(file, stream.Length);
            return Parse(stream, file, headerOnly);
        }
        catch (Exception unreadable) when (
            unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PolicyException(
                new Place(file, 0, 0), $"The file cannot be read ({unreadable.Message}). Expected a custom policy in XML.", unreadable);
        }
    }

    private static PolicyElement Parse(Stream stream, string file, bool headerOnly)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        var open = new OpenElements();
        try
        {
            reader.MoveToContent();
            return ReadElement(reader, file, open, headerOnly);
        }
        catch (XmlException broken)
        {
            throw broken.LineNumber == 0 && WhereDoctypeStands(stream, file) is { } doctype
                ? HasDoctype(doctype, broken)
                : NotWellFormed(file, broken, open);
        }
    }

    private static PolicyElement ReadElement(XmlReader reader, string file, OpenElements open, bool headerOnly)
    {
        while (true)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (headerOnly && open.Count == 1 && reader.LocalName != "BasePolicy") return open.Innermost!.Finish();
                    if (open.Count == MaxDepth)
                    {
                        throw new PolicyException(
                            Here(reader, file),
                            $"Elements are nested more than {MaxDepth} deep; a policy needs about a dozen levels. Remove the nesting.");
                    }

                    var empty = reader.IsEmptyElement;
                    open.Open(reader.LocalName, Here(reader, file), ReadAttributes(reader, file));
                    if (empty && open.Close() is { } emptyRoot) return ReadToEnd(reader, emptyRoot, headerOnly);
                    break;
                case XmlNodeType.EndElement:
                    if (open.Close() is { } root) return ReadToEnd(reader, root, headerOnly);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Innermost!.Add(reader.Value);
                    break;
            }

            if (!reader.Read()) throw new XmlException("The root element is missing.");
        }
    }

    // What stands behind the root must be well-formed too.
    private static PolicyElement ReadToEnd(XmlReader reader, PolicyElement root, bool headerOnly)
    {
        while (!headerOnly && reader.Read())
        {
        }

        return root;
    }

    private static PolicyAttribute[] ReadAttributes(XmlReader reader, string file)
    {
        if (!reader.HasAttributes) return [];
        var attributes = new PolicyAttribute[reader.AttributeCount];
        for (var i = 0; reader.MoveToNextAttribute(); i++)
            attributes[i] = new PolicyAttribute(reader.LocalName, reader.Value, Here(reader, file));
        reader.MoveToElement();
        return attributes;
    }

    private static Place Here(XmlReader reader, string file) =>
        reader is IXmlLineInfo line ? new Place(file, line.LineNumber, line.LinePosition) : new Place(file, 0, 0);

    private static PolicyException TooLarge(string file, long bytes) => new(
        new Place(file, 0, 0),
        $"The file has {bytes} bytes; a policy may have {MaxBytes}. Split it into base, extensions and relying party.");

    // The parser does not say where a document type definition stands; of every other mistake it names the line.
    private static Place? WhereDoctypeStands(Stream stream, string file)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var text = reader.ReadToEnd();
        var at = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        return at < 0 ? null : new Place(file, text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', at));
    }

    private static PolicyException HasDoctype(Place at, XmlException broken) => new(
        at,
        "The file has a document type definition (DOCTYPE). Policies are read without one, because it can name other files and grow "
        + "without limit: delete it.",
        broken);

    private static PolicyException NotWellFormed(string file, XmlException broken, OpenElements open) => new(
        new Place(file, broken.LineNumber, broken.LinePosition),
        $"The file is not well-formed XML: {broken.Message} "
        + (open.Innermost is { } inside
            ? $"This is inside {inside.Name}, which begins on line {inside.At.Line}. Expected {ElementShapes.Of(inside.Name)}"
            : "Expected a TrustFrameworkPolicy element, every element closed."),
        broken);
}
