using System.Runtime.InteropServices;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>
/// The program as users get it: packed for this system alone, and installed from a folder that holds nothing but these packages.
/// </summary>
internal sealed class InstalledTool : IDisposable
{
    private static readonly Dictionary<string, string?> Nothing = new(StringComparer.Ordinal) { ["KMSI_CHROMIUM"] = null };

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kmsi-tool-");

    private InstalledTool()
    {
        Packages = _root.CreateSubdirectory("packages").FullName;
        Tool = Path.Combine(_root.FullName, "tool");
        Elsewhere = _root.CreateSubdirectory("else where").FullName;
    }

    /// <summary>The system that runs the tests, in the words of .NET.</summary>
    public static string System { get; } =
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 && !OperatingSystem.IsWindows() ? "arm64" : "x64");

    /// <summary>The folder with the packages.</summary>
    public string Packages { get; }

    /// <summary>The folder that the tool was installed into.</summary>
    public string Tool { get; }

    /// <summary>A working folder far from this repository.</summary>
    public string Elsewhere { get; }

    /// <summary>The version that was packed.</summary>
    public string Version => Path.GetFileNameWithoutExtension(
        Directory.EnumerateFiles(Packages, "KmsiConformance.Tool.*.nupkg").Select(Path.GetFileName)
            .Single(name => !name!.Contains(System, StringComparison.Ordinal)))!["KmsiConformance.Tool.".Length..];

    /// <summary>Packs and installs.</summary>
    public static async Task<InstalledTool> MakeAsync()
    {
        var made = new InstalledTool();
        try
        {
            var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
            await made.DoAsync(
                "pack", Path.Combine(Repository.Root, "src", "KmsiConformance.Cli"), "-c", configuration, "--no-restore", "-v", "q", "-o",
                made.Packages, $"-p:ToolPackageRuntimeIdentifiers={System}", "-p:BuildProjectReferences=false", "-p:RunAnalyzers=false");
            var sources = Path.Combine(made._root.FullName, "nuget.config");
            await File.WriteAllTextAsync(sources, $"""
                <configuration>
                  <packageSources><clear /><add key="packed" value="{made.Packages}" /></packageSources>
                </configuration>
                """);
            await made.DoAsync(
                "tool", "install", "KmsiConformance.Tool", "--version", made.Version, "--tool-path", made.Tool, "--configfile", sources);
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Runs it, far from this repository.</summary>
    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) =>
        OtherProgram.RunAsync(Path.Combine(Tool, "kmsi"), Elsewhere, Nothing, arguments);

    public void Dispose() => _root.Delete(recursive: true);

    private async Task DoAsync(params string[] arguments)
    {
        var (code, output, error) = await OtherProgram.DotnetAsync(_root.FullName, arguments);
        Assert.That(code, Is.Zero, $"dotnet {string.Join(' ', arguments)}: {output}{error}");
    }
}
