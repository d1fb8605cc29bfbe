using System.Globalization;
using System.Text.Json;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>Turns claims into JSON and text, and what a service answers into claims.</summary>
internal static class ClaimText
{
    /// <summary>A claim as text: of several values the first, which is all that a query or a header has room for.</summary>
    public static string? Of(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        string[] texts => texts.FirstOrDefault(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>What a service said, as the claims schema wants it; null where it cannot be that.</summary>
    /// <param name="dataType">The type that the schema declares; null leaves it as it was said.</param>
    public static object? Read(JsonElement said, string? dataType) => (said.ValueKind, dataType) switch
    {
        (JsonValueKind.Array, null or "stringCollection" or "alternativeSecurityIdCollection") => Texts(said),
        (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False, _) => Typed(
            said, dataType ?? Natural(said)),
        _ => null,
    };

    /// <summary>A value that a policy writes, as the claims schema wants it; null where it cannot be that.</summary>
    public static object? Read(string written, string? dataType) => dataType switch
    {
        "boolean" => bool.TryParse(written, out var truth) ? truth : null,
        "int" or "long" =>
            long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        "stringCollection" => (string[])[written],
        _ => written,
    };

    private static object? Typed(JsonElement said, string dataType) => Read(
        said.ValueKind == JsonValueKind.String ? said.GetString()! : said.GetRawText(), dataType);

    private static string Natural(JsonElement said) => said.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number when said.TryGetInt64(out _) => "long",
        _ => "string",
    };

    private static string[] Texts(JsonElement list) =>
        [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
}
