using System.IO.Compression;

namespace KmsiConformance.Browsers;

/// <summary>A profile folder in one piece, to be put away and taken out again. What a browser only caches is left out.</summary>
internal static class PackedProfile
{
    private static readonly HashSet<string> Caches = new(StringComparer.OrdinalIgnoreCase)
    {
        "Cache", "Code Cache", "GPUCache", "DawnGraphiteCache", "DawnWebGPUCache", "ShaderCache", "GrShaderCache", "GraphiteDawnCache",
        "component_crx_cache", "cache2", "startupCache", "shader-cache", "Crashpad", "BrowserMetrics",
    };

    /// <summary>Packs a folder that no process uses.</summary>
    public static byte[] Pack(string folder)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Files(new DirectoryInfo(folder)))
                zip.CreateEntryFromFile(file.FullName, Path.GetRelativePath(folder, file.FullName), CompressionLevel.Fastest);
        }

        return packed.ToArray();
    }

    /// <summary>Puts it back into an empty folder.</summary>
    public static void Unpack(byte[] packed, string folder)
    {
        using var zip = new ZipArchive(new MemoryStream(packed), ZipArchiveMode.Read);
        zip.ExtractToDirectory(folder, overwriteFiles: true);
    }

    // Links are locks of the process that is gone.
    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => file.LinkTarget is null)
            .Concat(folder.EnumerateDirectories()
                .Where(below => below.LinkTarget is null && !Caches.Contains(below.Name))
                .SelectMany(Files));
}
