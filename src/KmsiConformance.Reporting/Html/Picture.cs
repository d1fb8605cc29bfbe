using System.Globalization;
using System.Security.Cryptography;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>A screenshot, carried inside the report.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Source">The picture as a <c>data:</c> URI; null when it cannot be shown.</param>
/// <param name="Problem">Why it cannot be shown.</param>
/// <param name="Width">In pixels; null when unknown. Given to the page so that it does not jump while loading.</param>
/// <param name="Height">In pixels; null when unknown.</param>
/// <param name="Id">
/// Equal for equal pictures, so that the report carries each only once; null when it cannot be drawn from one place.
/// </param>
public sealed record Picture(string Caption, string? Source, string? Problem, int? Width = null, int? Height = null, string? Id = null)
{
    /// <summary>The area of the drawing, for an SVG.</summary>
    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}");

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
        var size = PictureSize.Of(bytes);
        var id = size is null ? null : $"picture:{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}";
        return new(shot.Caption, $"data:{type};base64,{Convert.ToBase64String(bytes)}", null, size?.Width, size?.Height, id);
    }

    private static string? MediaType(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".WEBP" => "image/webp",
        _ => null,
    };
}
