using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KmsiConformance.Ledger;
using KmsiConformance.Reporting.Timelines;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>How the data of the page is written: as run folders are, kinds by name, lengths to a tenth of a unit.</summary>
internal static class PageJson
{
    public static readonly JsonSerializerOptions Options = new(RunFolder.Json)
    {
        Converters = { new JsonStringEnumConverter<MarkKind>(), new JsonStringEnumConverter<BarKind>(), new Tenths() },
    };

    private sealed class Tenths : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.#", CultureInfo.InvariantCulture));
    }
}
