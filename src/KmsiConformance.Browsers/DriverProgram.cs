using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace KmsiConformance.Browsers;

/// <summary>The program that the Playwright driver runs in, Node.js, as it lies beside this one.</summary>
internal static class DriverProgram
{
    private const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The folder of the driver.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, ".playwright");

    /// <summary>Where the program is; null where none for this system was brought along.</summary>
    public static string? Find()
    {
        var (system, file) = OperatingSystem.IsWindows() ? ("win32", "node.exe")
            : OperatingSystem.IsMacOS() ? ("darwin", "node") : ("linux", "node");
        var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 && !OperatingSystem.IsWindows() ? "arm64" : "x64";
        string[] folders = [$"{system}-{processor}", $"{system}_{processor}"];
        return folders.Select(name => Path.Combine(Folder, "node", name, file)).FirstOrDefault(File.Exists);
    }

    /// <summary>
    /// Lets everybody run a file who may read it. A package keeps no modes: what is installed from one can be run by its owner
    /// at most. Who may not change the mode leaves it.
    /// </summary>
    public static void LetRun(string? file)
    {
        if (file is not null && !OperatingSystem.IsWindows()) LetRunOnUnix(file);
    }

    /// <summary>What to do about a driver that did not start; empty where that is not known.</summary>
    public static string Mend(string? file) =>
        file is not null && !OperatingSystem.IsWindows() && File.GetUnixFileMode(file) is var mode && mode != Runnable(mode)
            ? $" Not everybody may run it: 'chmod a+x {file}', said by its owner, mends that." : "";

    [UnsupportedOSPlatform("windows")]
    private static void LetRunOnUnix(string file)
    {
        try
        {
            var mode = File.GetUnixFileMode(file);
            if (mode != Runnable(mode)) File.SetUnixFileMode(file, Runnable(mode));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Not ours to change: whether it can be run, the start shows.
        }
    }

    // The right to run stands two bits below the right to read.
    private static UnixFileMode Runnable(UnixFileMode mode) => mode | (UnixFileMode)((int)(mode & Read) >> 2);
}
