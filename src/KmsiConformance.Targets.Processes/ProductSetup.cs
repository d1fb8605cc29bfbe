using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Clocks;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Targets.Processes;

/// <summary>Installs a product before its first start. Two runs that start at the same time do not get into each other's way.</summary>
internal static class ProductSetup
{
    // An installer that says nothing for so long hangs.
    private static readonly TimeSpan NoProgress = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs what is left to do.</summary>
    /// <exception cref="TargetException">A command failed, or did not make what it should.</exception>
    public static async Task RunAsync(TargetFile file, Action<string> say, CancellationToken cancellation)
    {
        if (file.Start!.Setup.Count == 0) return;
        await using var turn = await TurnAsync(file.Start.Folder, cancellation);
        var made = file.Start.Installed;
        if (made is not null && Path.Exists(made)) return;
        foreach (var command in file.Start.Setup) await RunAsync(file, command, say, cancellation);
        if (made is not null && !Path.Exists(made))
            throw new TargetException(
                $"{file.Path}: 'start.setup' ended well, and {made}, which 'start.installed' names, is not there. Correct one of them.");
    }

    /// <summary>The version that the product's own command prints: its first line; null where the file names no command.</summary>
    /// <exception cref="TargetException">The command failed or printed nothing.</exception>
    public static async Task<string?> VersionAsync(TargetFile file, CancellationToken cancellation)
    {
        if (file.Start!.Version is not { } command) return null;
        string? printed = null;
        var run = new CommandRun(new Command(command[0], [.. command.Skip(1)]) { Folder = file.Start.Folder }, NoProgress);
        var failure = await run.RunAsync(line => printed ??= line, cancellation);
        return failure is null && printed is not null
            ? printed
            : throw new TargetException(
                $"{file.Path}: '{string.Join(' ', command)}' in 'start.version' {failure ?? "printed nothing"}. Expected it to print the "
                + "product's version.");
    }

    private static async Task RunAsync(
        TargetFile file, IReadOnlyList<string> command, Action<string> say, CancellationToken cancellation)
    {
        var line = string.Join(' ', command);
        say($"Setup of {file.Name}: {line}");
        var run = new CommandRun(new Command(command[0], [.. command.Skip(1)]) { Folder = file.Start!.Folder }, NoProgress);
        if (await run.RunAsync(_ => { }, cancellation) is { } failure)
            throw new TargetException($"{file.Path}: '{line}' in 'start.setup' failed: {failure}.");
    }

    // What is half installed looks installed: whoever looks has the folder for itself. The system gives the lock back.
    private static async Task<FileStream> TurnAsync(string folder, CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"kmsi-setup-{name}");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await RealTime.Delay(Poll, cancellation);
            }
        }
    }
}
