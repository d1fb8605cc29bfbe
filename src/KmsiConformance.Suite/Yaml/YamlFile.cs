using KmsiConformance.Ledger;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KmsiConformance.Suite.Yaml;

/// <summary>A YAML file with one document, read whole; every node knows its place.</summary>
public sealed class YamlFile
{
    private YamlFile(string name, YamlNode root)
    {
        Name = name;
        Root = new YamlValue(this, root, "");
    }

    /// <summary>The path as it is shown in messages.</summary>
    public string Name { get; }

    public YamlValue Root { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">How messages call it.</param>
    /// <exception cref="SuiteException">It is not YAML, is empty, or holds more than one document.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static YamlFile Read(string path, string name)
    {
        try
        {
            return OrdinaryFile.Length(path) > 4L * YamlScan.MostCharacters
                ? throw new SuiteException(new SuiteProblem(
                    name, 1, 1, $"This is too long: expected {YamlScan.MostCharacters} characters at most. Split the file."))
                : Parse(OrdinaryFile.Text(path), name);
        }
        catch (Exception unreadable) when (unreadable is (IOException and not FileNotFoundException and not DirectoryNotFoundException)
            or UnauthorizedAccessException)
        {
            throw new SuiteException(new SuiteProblem(name, 1, 1, $"This cannot be read: {unreadable.Message}"));
        }
    }

    /// <summary>Reads YAML text; see <see cref="Read"/>.</summary>
    /// <exception cref="SuiteException">It is not YAML, is empty, or holds more than one document.</exception>
    public static YamlFile Parse(string text, string name)
    {
        var stream = new YamlStream();
        try
        {
            new YamlScan(name).Check(text);
            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new SuiteException(
                new SuiteProblem(name, (int)broken.Start.Line, (int)broken.Start.Column, $"This is not YAML: {Sentence(broken)}"));
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException)
        {
            // Some broken files make the parser fail without a place, for example one that ends inside braces.
            throw new SuiteException(
                new SuiteProblem(
                    name, 1 + text.AsSpan().TrimEnd().Count('\n'), 1,
                    "This is not YAML: a bracket, brace or quotation mark is left open."));
        }

        return stream.Documents.Count == 1
            ? new YamlFile(name, stream.Documents[0].RootNode)
            : throw new SuiteException(new SuiteProblem(name, 1, 1, stream.Documents.Count == 0
                ? "Expected one YAML document, found 0: the file is empty, or no ordinary file."
                : $"Expected one YAML document, found {stream.Documents.Count}. Leave out '---', or split the file."));
    }

    /// <summary>A file that is put together from what a parser would say of it.</summary>
    internal static YamlFile Of(IReadOnlyList<ParsingEvent> events, string name)
    {
        var stream = new YamlStream();
        stream.Load(new ToldEvents(events));
        return new YamlFile(name, stream.Documents[0].RootNode);
    }

    private static string Sentence(YamlException broken)
    {
        var text = broken.InnerException?.Message ?? broken.Message;
        var place = text.IndexOf("): ", StringComparison.Ordinal);
        var sentence = place > 0 && text.StartsWith('(') ? text[(place + 3)..] : text;
        return sentence.Contains("tab", StringComparison.OrdinalIgnoreCase) ? $"{sentence} Indent with spaces." : sentence;
    }

    private sealed class ToldEvents(IReadOnlyList<ParsingEvent> events) : IParser
    {
        private int _next;

        public ParsingEvent? Current { get; private set; }

        public bool MoveNext()
        {
            Current = _next < events.Count ? events[_next++] : null;
            return Current is not null;
        }
    }
}
