using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace KmsiConformance.Tests.Reporting;

/// <summary>The data in a report, which its script draws.</summary>
internal sealed class ReportData
{
    private readonly Dictionary<string, JsonElement> _details = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    /// <summary>Reads the data of a report.</summary>
    /// <param name="html">The whole file.</param>
    public ReportData(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var blocks = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var block in page.QuerySelectorAll("script[type='application/gzip']"))
            blocks[block.Id!] = JsonDocument.Parse(Unpacked(block.TextContent)).RootElement;
        Pictures = page.QuerySelectorAll("script[type^='image/']").ToDictionary(
            block => block.Id!, block => (block.GetAttribute("type")!, Convert.FromBase64String(block.TextContent)),
            StringComparer.Ordinal);
        Facts = blocks["facts"];
        Words = [.. blocks["words"].EnumerateArray().Select(words => words.GetString()!)];
        var size = Facts.GetProperty("chunkSize").GetInt32();
        foreach (var (index, row) in Scenarios.Index())
            _details[row.GetProperty("id").GetString()!] = blocks[$"details-{index / size}"][index % size];
        Text = _text.ToString();
    }

    /// <summary>What is drawn before anybody opens a scenario.</summary>
    public JsonElement Facts { get; }

    /// <summary>The words of each scenario by which it is found.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Type and content of the pictures by their ids.</summary>
    public IReadOnlyDictionary<string, (string Type, byte[] Content)> Pictures { get; }

    /// <summary>The rows of the list, in order.</summary>
    public IReadOnlyList<JsonElement> Scenarios => [.. Facts.GetProperty("scenarios").EnumerateArray()];

    /// <summary>All data, as it was before it was compressed.</summary>
    public string Text { get; }

    public static ReportData In(string file) => new(File.ReadAllText(file));

    /// <summary>What is drawn of a scenario when it is opened.</summary>
    public JsonElement Detail(string id) => _details[id];

    /// <summary>A text of an object; null where it has none.</summary>
    public static string? TextOf(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>All texts of this name in a list.</summary>
    public static IEnumerable<string?> TextsOf(JsonElement list, string name) => list.EnumerateArray().Select(part => TextOf(part, name));

    private string Unpacked(string letters)
    {
        using var content = new GZipStream(new MemoryStream(Convert.FromBase64String(letters)), CompressionMode.Decompress);
        using var reader = new StreamReader(content, Encoding.UTF8);
        var text = reader.ReadToEnd();
        _text.AppendLine(text);
        return text;
    }
}
