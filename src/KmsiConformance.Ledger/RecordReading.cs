using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace KmsiConformance.Ledger;

/// <summary>
/// Reads what a run wrote. Its files may have been cut short, edited, or written by another version, and whatever reads them
/// later trusts that what has to be there is there.
/// </summary>
internal static class RecordReading
{
    private static readonly JsonSerializerOptions Strict = new(RunFolder.Json)
    {
        RespectNullableAnnotations = true,

        // A number that stands for no verdict would otherwise be taken for one.
        Converters = { new JsonStringEnumConverter<Verdict>(namingPolicy: null, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Demand } },
    };

    // A hundred times the largest that is known.
    private const long Largest = 1L << 30;

    /// <summary>The file's text.</summary>
    /// <exception cref="InvalidDataException">It is empty, larger than any run, or no ordinary file.</exception>
    public static string Text(string file) =>
        Size(file) > 0 ? File.ReadAllText(file) : throw Problem(file, "it is empty, or no ordinary file");

    /// <summary>How many bytes it has; none where it is no ordinary file, which might be read for ever.</summary>
    /// <exception cref="InvalidDataException">It is larger than any run.</exception>
    public static long Size(string file)
    {
        var size = OrdinaryFile.Length(file);
        return size <= Largest ? size
            : throw Problem(file, string.Create(CultureInfo.InvariantCulture, $"it is larger than {Largest >> 20} MiB, as no run is"));
    }

    /// <summary>Reads one record.</summary>
    /// <param name="file">How messages call the file, with the line where it has several records.</param>
    /// <exception cref="InvalidDataException">It is none; the message says where and what to do.</exception>
    public static T Read<T>(string file, string text)
        where T : class
    {
        try
        {
            using (var whole = JsonDocument.Parse(text)) RefuseNulls(file, whole.RootElement);
        }
        catch (JsonException wrong)
        {
            throw Problem(
                file,
                string.Create(CultureInfo.InvariantCulture,
                    $"it is no JSON in line {wrong.LineNumber + 1}, or was cut short there"), wrong);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, Strict) ?? throw Problem(file, "nothing stands in it");
        }
        catch (JsonException wrong)
        {
            throw Problem(file, Words(wrong), wrong);
        }
        catch (Exception wrong) when (wrong is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw Problem(file, "something in it is of another kind than it should be", wrong);
        }
    }

    // A parameter of a record that may not be null has to be written.
    private static void Demand(JsonTypeInfo info)
    {
        foreach (var property in info.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false }) property.IsRequired = true;
        }
    }

    // No list of a run holds nothing.
    private static void RefuseNulls(string file, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject()) RefuseNulls(file, member.Value);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Null) throw Problem(file, "null stands in a list");
                RefuseNulls(file, item);
            }
        }
    }

    private static string Words(JsonException wrong)
    {
        const string missing = "missing required properties including: ";
        var at = wrong.Message.IndexOf(missing, StringComparison.Ordinal);
        if (at >= 0) return $"expected {wrong.Message[(at + missing.Length)..].TrimEnd('.', ' ').Split(". ")[0]}, which is not there";
        return $"what stands {(wrong.Path is { Length: > 1 } path ? $"at {path}" : "there")} is of another kind than it should be";
    }

    private static InvalidDataException Problem(string file, string what, Exception? inner = null) => new(
        $"{file} cannot be read: {what}. It was edited, cut short, or written by a newer version. Expected the file as 'kmsi run' wrote "
        + "it: run again, or take another folder.", inner);
}
