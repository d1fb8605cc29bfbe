using System.Globalization;
using System.Security.Cryptography;
using KmsiConformance.Ledger;

namespace KmsiConformance.Reporting.Html;

/// <summary>A screenshot of a run, as the report shows it.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="File">Its full path; null when it cannot be shown.</param>
/// <param name="Problem">Why it cannot be shown.</param>
public sealed record Picture(string Caption, string? File, string? Problem)
{
    // Nothing that a browser draws on this page is larger.
    private const long Largest = 1L << 26;

    /// <summary>For example <c>image/png</c>; null when it cannot be shown.</summary>
    public string? MediaType { get; private init; }

    /// <summary>In pixels; null when unknown. Given to the page so that it does not jump while loading.</summary>
    public int? Width { get; private init; }

    /// <summary>In pixels; null when unknown.</summary>
    public int? Height { get; private init; }

    /// <summary>Equal for equal pictures, so that the report carries each only once; null when it cannot be shown.</summary>
    public string? Id { get; private init; }

    /// <summary>How many bytes it has.</summary>
    public long Length { get; private init; }

    /// <summary>The file's path below the run folder, with slashes, as it is written in an address; null when it cannot be shown.</summary>
    public string? Address { get; private init; }

    /// <summary>Reads the picture; one that is missing or lies outside the run folder is named instead of shown.</summary>
    public static Picture Of(ScreenshotTaken shot, string runFolder)
    {
        var root = Path.GetFullPath(runFolder) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, shot.File));
        if (!file.StartsWith(root, StringComparison.Ordinal))
            return new(shot.Caption, null, $"{shot.File} lies outside the run folder and is not shown.");
        if (TypeOf(file) is not { } type)
            return new(shot.Caption, null, $"{shot.File} is no PNG, JPEG or WebP picture and is not shown.");
        if (!System.IO.File.Exists(file))
            return new(shot.Caption, null, $"{shot.File} is missing from the run folder.");
        if (new FileInfo(file).Length is > Largest or 0)
            return new(shot.Caption, null, $"{shot.File} is empty or larger than any picture and is not shown.");

        var bytes = System.IO.File.ReadAllBytes(file);
        var size = PictureSize.Of(bytes);
        return new(shot.Caption, file, null)
        {
            MediaType = type, Width = size?.Width, Height = size?.Height, Length = bytes.Length,
            Id = string.Create(CultureInfo.InvariantCulture, $"picture:{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}"),
            Address = string.Join('/', file[root.Length..].Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString)),
        };
    }

    private static string? TypeOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".WEBP" => "image/webp",
        _ => null,
    };
}
