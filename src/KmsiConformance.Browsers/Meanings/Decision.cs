using System.Text.Json;

namespace KmsiConformance.Browsers.Meanings;

/// <summary>What the parts of a driven page mean, handed back to its script; good as long as the page shows the same parts.</summary>
/// <param name="Print">Of the parts that were decided on.</param>
/// <param name="Document">Tells the document from those before and after it.</param>
/// <param name="Begun">When the look at the page began, in the document's own time.</param>
/// <param name="Changed">When the page last changed before that, in the document's own time.</param>
/// <param name="Found">The places of parts by what they mean.</param>
internal sealed record Decision(string Print, double Document, double Begun, double Changed, IReadOnlyDictionary<string, int> Found)
{
    /// <summary>By what each was found, for people.</summary>
    public IReadOnlyDictionary<string, Found> Reasons { get; private init; } = new Dictionary<string, Found>(StringComparer.Ordinal);

    /// <summary>As the scripts of a page take it.</summary>
    public object Argument => new
    {
        print = Print,
        document = Document,
        begun = Begun,
        changed = Changed,
        found = Found.ToDictionary(found => found.Key, found => (object)found.Value, StringComparer.Ordinal),
    };

    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web);

    /// <summary>Decides on what a script of the page saw; null where there was nothing to decide.</summary>
    public static Decision? On(JsonElement seen, PageSigns signs)
    {
        if (seen.ValueKind != JsonValueKind.Object || !seen.TryGetProperty("undecided", out _)) return null;
        var meant = PageMeaning.Of(seen.GetProperty("parts").Deserialize<List<PagePart>>(AsWritten)!, signs.Words);
        return new Decision(
            seen.GetProperty("print").GetString()!, seen.GetProperty("document").GetDouble(),
            Number(seen, "begun"), Number(seen, "changed"),
            meant.ToDictionary(found => found.Key, found => found.Value.Part, StringComparer.Ordinal))
        {
            Reasons = meant,
        };
    }

    private static double Number(JsonElement seen, string name) => seen.TryGetProperty(name, out var number) ? number.GetDouble() : 0;
}
