using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Ledger;

namespace KmsiConformance.Certification;

/// <summary>What a pack states and holds. Its bytes are what is signed. The names are a contract: another form is another format.</summary>
/// <param name="Format">The number of this form.</param>
/// <param name="PackedUtc">When it was packed, UTC: all that differs between two packs of one run, besides the signature.</param>
/// <param name="Tool">The program that packed it.</param>
/// <param name="Key">The fingerprint of the key.</param>
/// <param name="Statement">What the run comes to.</param>
/// <param name="Files">All other files but the signature, in their order.</param>
/// <param name="Texts">The files inside <see cref="PackFiles.Scenarios"/>, by their names.</param>
public sealed record Manifest(
    int Format,
    DateTimeOffset PackedUtc,
    PackingTool Tool,
    string Key,
    Statement Statement,
    IReadOnlyList<HashedFile> Files,
    IReadOnlyList<HashedFile> Texts)
{
    /// <summary>The form that this program writes, and the only one that it reads.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Its bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads it.</summary>
    /// <exception cref="PackException">It is of another format, or not what it should be.</exception>
    public static Manifest Read(string file, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using (var whole = JsonDocument.Parse(bytes)) DemandFormat(file, whole.RootElement);
            var read = JsonSerializer.Deserialize<Manifest>(bytes.Span, Json);
            return read is not null && read.ToBytes().AsSpan().SequenceEqual(bytes.Span)
                ? read
                : throw Problem(file, "it is not written as 'kmsi pack' writes it");
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            throw Problem(file, wrong.Message.TrimEnd('.'), wrong);
        }
    }

    private static void DemandFormat(string file, JsonElement manifest)
    {
        var format = manifest.TryGetProperty("format", out var number) ? number.GetInt32() : throw Problem(file, "it names no format");
        if (format > CurrentFormat)
            throw Problem(file, $"its format is {format}, and this program knows {CurrentFormat}: verify it with a newer version of kmsi");
        if (format < CurrentFormat)
            throw Problem(file, $"its format {format} is no longer read: verify it with the version of kmsi that wrote it");
    }

    private static PackException Problem(string file, string what, Exception? inner = null) => new(
        $"{file} is refused: {PackFiles.Manifest} cannot be read: {what}. Expected what 'kmsi pack' of this version writes.", inner);
}

/// <summary>The program that packed.</summary>
/// <param name="Build">The SHA-256 over its own assemblies; equal for equal programs.</param>
public sealed record PackingTool(string Name, string Version, string Build);

/// <summary>What the run of a pack comes to. All of it follows from the record of the run.</summary>
/// <param name="Outcome"><c>CONFORMANT</c> or <c>NOT CONFORMANT</c>.</param>
/// <param name="Because">In a sentence.</param>
/// <param name="Counts">Scenarios per verdict.</param>
public sealed record Statement(
    string Outcome,
    string Because,
    string Profile,
    string Run,
    DateTimeOffset StartedUtc,
    TargetRecord Target,
    string Browser,
    string Clock,
    IReadOnlyDictionary<string, int> Counts);

/// <summary>A file with what tells it from every other.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">In hexadecimal digits.</param>
public sealed record HashedFile(string Name, long Length, string Sha256)
{
    /// <summary>That of a file in a pack.</summary>
    public static HashedFile Of(PackEntry entry) => Of(entry.Name, entry.Content.Span);

    /// <summary>That of some bytes.</summary>
    public static HashedFile Of(string name, ReadOnlySpan<byte> content) =>
        new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
}
