using System.Buffers.Binary;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>A screenshot, carried inside the report.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Source">The picture as a <c>data:</c> URI; null when it cannot be shown.</param>
/// <param name="Problem">Why it cannot be shown.</param>
/// <param name="Width">In pixels; null when unknown. Given to the page so that it does not jump while loading.</param>
/// <param name="Height">In pixels; null when unknown.</param>
public sealed record Picture(string Caption, string? Source, string? Problem, int? Width = null, int? Height = null)
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the picture; one that is missing or lies outside the run folder is named instead of shown.</summary>
    public static Picture Of(ScreenshotTaken shot, string runFolder)
    {
        var root = Path.GetFullPath(runFolder) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, shot.File));
        if (!file.StartsWith(root, StringComparison.Ordinal))
            return new(shot.Caption, null, $"{shot.File} lies outside the run folder and is not shown.");
        if (MediaType(file) is not { } type)
            return new(shot.Caption, null, $"{shot.File} is no PNG, JPEG or WebP picture and is not shown.");
        if (!File.Exists(file))
            return new(shot.Caption, null, $"{shot.File} is missing from the run folder.");

        var bytes = File.ReadAllBytes(file);
        var (width, height) = PngSize(bytes);
        return new(shot.Caption, $"data:{type};base64,{Convert.ToBase64String(bytes)}", null, width, height);
    }

    private static string? MediaType(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".WEBP" => "image/webp",
        _ => null,
    };

    private static (int? Width, int? Height) PngSize(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(PngSignature)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : (null, null);
}
