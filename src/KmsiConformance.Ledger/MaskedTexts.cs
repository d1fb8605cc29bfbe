using System.Text.Json;
using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <summary>Writes every text of a run's files masked: nothing reaches the disk that has not passed here.</summary>
internal sealed class MaskedTexts : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Secrets.MaskText(value));
}
