using System.Diagnostics;
using System.Text.Json;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Peers;

/// <summary>
/// Programs of others under <c>tests/peers</c>, run by Node and installed by npm from the lock file there. Without Node a
/// test that needs one is skipped and says so; in CI, where it has to be, that is a failure.
/// </summary>
internal static class NodePeer
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Repository.Scenarios.TrimEnd(Path.DirectorySeparatorChar))!,
        "tests", "peers");
    private static readonly Lazy<string?> Missing = new(Install);

    /// <summary>What a script says about its input.</summary>
    public static JsonElement Ask(string script, string input)
    {
        if (Missing.Value is { } reason)
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(reason);
            else Assert.Ignore(reason);
        }

        var (code, output, error) = Run("node", [script], input);
        return code == 0
            ? JsonDocument.Parse(output).RootElement
            : throw new InvalidOperationException($"{script} ended with {code}: {error}");
    }

    private static string? Install()
    {
        try
        {
            var (code, output, error) = Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
            return code == 0 ? null : $"npm could not install tests/peers: {output}{error}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "This check needs Node.js and npm on the PATH (Debian: apt-get install nodejs npm).";
        }
    }

    private static (int Code, string Output, string Error) Run(string program, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
