using System.Diagnostics;
using KmsiConformance.Cli;
using KmsiConformance.Tests.Suite;

namespace KmsiConformance.Tests.Fuzzing;

/// <summary>A command line, one word for each line, that the real program is given in a folder of its own.</summary>
internal static class FuzzedCommand
{
    // From then on it is asked to end, as Ctrl-C asks.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(40);

    private static readonly int[] Known =
    [
        ExitCodes.Conformant, ExitCodes.NotConformant, ExitCodes.WrongUse, ExitCodes.Infrastructure, ExitCodes.NothingRan,
        ExitCodes.Interrupted,
    ];

    /// <summary>Command lines that do something.</summary>
    public static IReadOnlyList<string> Corpus { get; } =
    [
        .. new[]
        {
            "run --browser simulated --only sign-in/a-live* --out here --workers 2 --clock virtual --step-limit 30 --profile b2c-2020-12",
            "run --browser simulated --only sign-in/a-live* --fault hides-box --target reference:b2c-2020-12",
            "run first.yaml --browser simulated --transport sockets --third-party-cookies blocked --yes --no-install",
            "list --profile oidc --only sign-in/* --format json --target reference", "list --target target.yaml",
            "coverage --format json --profile saml",
            "coverage --out page.html --target reference", "faults --list",
            "faults --only hides-box --browser simulated --profile b2c-2020-12",
            "faults --decisions --list --only Session.ServerLifetime",
            "explore --runs 2 --seed 1 --workers 1 --browser simulated --format json --out found",
            "explore --replay first.yaml --browser simulated", "lint policy.xml --format sarif --fail-on error",
            "lint --show settings . --profile b2c-2020-12",
            "lint --rules markdown", "serve --port 0 --apps-port 0 --control-port 0 --users 3 --seed 2 --format json",
            "serve --policy policy.xml --redirect-uri https://a.localhost/in --logout-url https://a.localhost/out --stubs . --stubs-port 0",
            "report run", "new second.yaml --force --scenarios .",
            "recipe try http://127.0.0.1:1/ --browser simulated --recipe recipe.yaml --host a.localhost",
            "probe http://127.0.0.1:1 --user alice=env:HOME --client-id groceries=x --out out.yaml --browser simulated --force",
            "probe --target target.yaml --browser simulated --yes",
            "run --target target.yaml --clock real --park-after 2m --parked parked --resume-parked --within 1m",
        }.Select(line => line.Replace(' ', '\n')),
    ];

    /// <summary>The words of a text.</summary>
    public static string[] Arguments(string text) => [.. text.Split('\n').Select(word => word.Replace("\0", "", StringComparison.Ordinal))];

    /// <summary>Makes the folder in which command lines are tried, with files that they name.</summary>
    public static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-fuzz-").FullName;
        void Copy(string from, string to) => File.Copy(Path.Combine(Repository.Scenarios, from), Path.Combine(folder, to));
        Copy("catalogue/sign-in/a-live-session-asks-for-nothing.yaml", "first.yaml");
        Copy("policies/2020-12-thirty-days.xml", "policy.xml");
        Copy("targets/oidc-provider.yaml", "target.yaml");
        Copy("recipes/oidc.yaml", "recipe.yaml");
        return folder;
    }

    /// <summary>What is wrong with how the program answers; null where nothing is.</summary>
    public static async Task<string?> CrashAsync(string text, string folder)
    {
        string[] words = Arguments(text);

        // What installs, or opens browsers by the dozen, is no matter of words.
        if (words.Any(word => word is "firefox" or "chromium" or "all" or "process")) return null;
        var start = new ProcessStartInfo(
            "env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "kmsi.dll"), .. words])
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["KMSI_CHROMIUM"] = "/nonexistent";
        using var kmsi = Process.Start(start)!;
        kmsi.StandardInput.Close();
        var (output, error) = (kmsi.StandardOutput.ReadToEndAsync(), kmsi.StandardError.ReadToEndAsync());
        if (!await EndsAsync(kmsi, Patience))
        {
            using var interrupt = Process.Start("kill", ["-INT", $"{kmsi.Id}"]);
            await interrupt.WaitForExitAsync();
            if (!await EndsAsync(kmsi, Farewell))
            {
                kmsi.Kill(entireProcessTree: true);
                return $"did not end within {Farewell.TotalSeconds} s after it was asked to";
            }
        }

        var said = await error;
        return !Known.Contains(kmsi.ExitCode) ? $"exit code {kmsi.ExitCode}: {said}"
            : said.Contains("   at ", StringComparison.Ordinal) || said.Contains(EntryPoint.OwnFault, StringComparison.Ordinal) ? said
            : kmsi.ExitCode is ExitCodes.WrongUse or ExitCodes.Infrastructure && string.IsNullOrWhiteSpace(said + await output)
                ? $"exit code {kmsi.ExitCode} without a word"
            : (said + await output).Contains('\u001B', StringComparison.Ordinal) ? "an escape character came through"
            : null;
    }

    private static async Task<bool> EndsAsync(Process process, TimeSpan limit)
    {
        using var waiting = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(waiting.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
