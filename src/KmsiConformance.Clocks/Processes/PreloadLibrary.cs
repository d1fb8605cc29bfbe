using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace KmsiConformance.Clocks.Processes;

/// <summary>
/// Our preload library, compiled at first use and kept per user: <c>$XDG_CACHE_HOME/kmsi/clock-HASH/libkmsiclock.so</c>,
/// where the hash covers the source and the system it is for; where nothing can be kept, in a temporary folder of this
/// process. Parallel first uses are safe.
/// </summary>
/// <param name="cacheFolder">The folder that holds the hash folders; null for the user's own, or a temporary one.</param>
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

        var refused = new List<string>();
        foreach (var cache in cacheFolder is null ? Caches() : [cacheFolder])
        {
            try
            {
                return LocateIn(Path.Combine(cache, $"clock-{Hash()}"));
            }
            catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
            {
                refused.Add($"{cache} cannot be written to ({unusable.Message.TrimEnd('.')})");
            }
            catch (UntrustedException foreign)
            {
                refused.Add(foreign.Message);
            }
        }

        throw new ClockUnavailableException($"the clock's library cannot be kept: {string.Join("; ", refused)}; set XDG_CACHE_HOME");
    }

    private string LocateIn(string folder)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException();
        var library = Path.Combine(folder, "libkmsiclock.so");
        Directory.CreateDirectory(folder, OnlyOwner);
        if (OwnFile.WhyNotTrusted(folder) is { } foreignFolder)
            throw new UntrustedException($"{foreignFolder}; delete the folder");

        if (!File.Exists(library))
            Compile(library);
        if (OwnFile.WhyNotTrusted(library) is { } foreignFile)
            throw new UntrustedException($"{foreignFile}; delete the file, it will be made again");
        return library;
    }

    // The library must match the processes that load it, so the system's architecture and C library count, not the compiler.
    private static string Hash() => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Source}\n{RuntimeInformation.RuntimeIdentifier}")));

    // A home that does not exist reads as no home at all: a cache below it would be one below the current folder.
    private static IEnumerable<string> Caches()
    {
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } named && Path.IsPathFullyQualified(named))
            yield return Path.Combine(named, "kmsi");
        if (Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is var home && Path.IsPathFullyQualified(home))
            yield return Path.Combine(home, ".cache", "kmsi");
        yield return OfThisProcess.Value;
    }

    private static readonly Lazy<string> OfThisProcess = new(() =>
    {
        var folder = Belongings.MakeFolder("kmsi-cache-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                Belongings.Forget(folder);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // The next start finds it in the record.
            }
        };
        return folder;
    });

    // Another cache may do; a compiler that fails does so in every one.
    private sealed class UntrustedException(string message) : Exception(message);

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
            // The compiler's own words for a folder that takes no file do not say so.
            File.Create(beside).Dispose();
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
