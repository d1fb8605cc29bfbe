using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// Our preload library, compiled at first use and kept per user: <c>$XDG_CACHE_HOME/kmsi/clock-HASH/libkmsiclock.so</c>,
/// where the hash covers the source and the system it is for. Parallel first uses are safe.
/// </summary>
/// <param name="cacheFolder">The folder that holds the hash folders; null for the user's own.</param>
/// <param name="compilers">Names to look for on <c>PATH</c>, or full paths; null for the usual ones.</param>
public sealed class PreloadLibrary(string? cacheFolder = null, IReadOnlyList<string>? compilers = null)
{
    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan CompileLimit = TimeSpan.FromSeconds(30);

    /// <summary>The compilers tried, in this order.</summary>
    public static IReadOnlyList<string> UsualCompilers { get; } = ["cc", "gcc", "clang", "tcc"];

    /// <summary>Whether one of them is installed.</summary>
    public static bool HasCompiler => UsualCompilers.Any(name => OnPath(name) is not null);

    /// <summary>The source of the library.</summary>
    public static string Source { get; } = ReadSource();

    /// <summary>The compiled library, compiled now if it never was.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="ClockUnavailableException">Not on Linux, no compiler, compilation failed, or somebody else
    /// could have written the cached file.</exception>
    public string Locate()
    {
        if (!OperatingSystem.IsLinux())
            throw new ClockUnavailableException("the preload library is for Linux only");

        var folder = Path.Combine(cacheFolder ?? UserCache(), $"clock-{Hash()}");
        var library = Path.Combine(folder, "libkmsiclock.so");
        Directory.CreateDirectory(folder, OnlyOwner);
        if (OwnFile.WhyNotTrusted(folder) is { } foreignFolder)
            throw new ClockUnavailableException($"{foreignFolder}; delete the folder or set XDG_CACHE_HOME");

        if (!File.Exists(library))
            Compile(library);
        if (OwnFile.WhyNotTrusted(library) is { } foreignFile)
            throw new ClockUnavailableException($"{foreignFile}; delete the file, it will be made again");
        return library;
    }

    // The library must match the processes that load it, so the system's architecture and C library count, not the compiler.
    private static string Hash() => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Source}\n{RuntimeInformation.RuntimeIdentifier}")));

    private static string UserCache()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache) || !Path.IsPathFullyQualified(cache))
            cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "kmsi");
    }

    [SupportedOSPlatform("linux")]
    private void Compile(string library)
    {
        var names = compilers ?? UsualCompilers;
        var compiler = names.Select(OnPath).FirstOrDefault(found => found is not null)
            ?? throw new ClockUnavailableException(
                $"no C compiler found ({string.Join(", ", names)}); install one, for example gcc or tcc");

        // Written beside and moved: another process compiling at the same time sees the whole file or none.
        var beside = $"{library}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        try
        {
            Run(compiler, beside);
            File.SetUnixFileMode(beside, OnlyOwner);
            File.Move(beside, library, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void Run(string compiler, string output)
    {
        var start = new ProcessStartInfo(compiler, ["-shared", "-fPIC", "-O2", "-x", "c", "-o", output, "-", "-ldl"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new ClockUnavailableException($"{compiler} does not start");
        var complaints = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(Source);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The compiler gave up early; its exit code and complaints say why.
        }

        if (!process.WaitForExit(CompileLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new ClockUnavailableException($"{compiler} did not finish within {CompileLimit.TotalSeconds} s");
        }

        if (process.ExitCode != 0 || !File.Exists(output))
            throw new ClockUnavailableException($"{compiler} failed with exit code {process.ExitCode}: {complaints.Result.Trim()}");
    }

    private static string? OnPath(string name) => Path.IsPathFullyQualified(name)
        ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    private static string ReadSource()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("kmsiclock.c")
            ?? throw new InvalidOperationException("kmsiclock.c is not embedded in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
