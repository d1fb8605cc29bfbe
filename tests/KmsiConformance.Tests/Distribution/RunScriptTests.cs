using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>
/// <c>run.ps1</c> in a real PowerShell, the tool of <c>.config/dotnet-tools.json</c>. A stand-in for <c>dotnet</c> tells what it was
/// given, and where.
/// </summary>
internal sealed class RunScriptTests
{
    private static readonly string Script = Path.Combine(Repository.Root, "run.ps1");

    private static readonly string Run = $"[run] [--project] [{Path.Combine(Repository.Root, "src", "KmsiConformance.Cli")}]";

    private static readonly string Test = $"[test] [{Path.Combine(Repository.Root, "KmsiConformance.sln")}]";

    // What is typed in PowerShell, and what dotnet is given.
    private static readonly (string Typed, string Given)[] Forms =
    [
        ("", $"{Run} [--] [run]"),
        ("list", $"{Run} [--] [list]"),
        ("-- list", $"{Run} [--] [list]"),
        ("run --out 'my reports/x' --only 'sign-out/*'", $"{Run} [--] [run] [--out] [my reports/x] [--only] [sign-out/*]"),
        ("run --only sign-out/* *.yaml ~", $"{Run} [--] [run] [--only] [sign-out/*] [*.yaml] [~]"),
        ("new 'it''s \"so\" $HOME' ''", $"{Run} [--] [new] [it's \"so\" $HOME] []"),
        ("run --shard 1/4 --repeat 20 --report html,junit", $"{Run} [--] [run] [--shard] [1/4] [--repeat] [20] [--report] [html,junit]"),
        ("test", Test),
        ("test --filter 'A|B' -p:X=Y -v q", $"{Test} [--filter] [A|B] [-p:X=Y] [-v] [q]"),
        ("-- test --no-build", $"{Test} [--no-build]"),
    ];

    private DirectoryInfo _folder = null!;

    [OneTimeSetUp]
    public async Task Lay_out_a_caller_s_folder_and_a_stand_in()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("The stand-in for dotnet is a script of a Unix shell.");
        _folder = Directory.CreateTempSubdirectory("kmsi-pwsh-");
        Directory.CreateDirectory(Path.Combine(Caller, "sign-out"));
        await File.WriteAllTextAsync(Path.Combine(Caller, "sign-out", "here.yaml"), "");
        await File.WriteAllTextAsync(Path.Combine(Caller, "here.yaml"), "");
        var standIn = Path.Combine(_folder.CreateSubdirectory("bin").FullName, "dotnet");
        await File.WriteAllTextAsync(standIn, """
            #!/bin/sh
            printf '%s:' "$PWD"; for word in "$@"; do printf ' [%s]' "$word"; done; echo
            exit ${ENDS_WITH:-0}
            """);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(standIn, (UnixFileMode)0b111_101_101);

        var (code, _, error) = await PowerShellAsync([], "-Command", "exit 0");
        if (code == 0) return;
        var missing = $"PowerShell is not here: 'dotnet tool restore' in {Repository.Root} brings it. {error}";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(missing);
        else Assert.Ignore(missing);
    }

    [OneTimeTearDown]
    public void Delete() => _folder?.Delete(recursive: true);

    [Test]
    public async Task What_is_typed_arrives_unchanged_in_the_folder_of_the_caller()
    {
        var session = Path.Combine(_folder.FullName, "session.ps1");
        await File.WriteAllLinesAsync(session, [$"Set-Location '{Caller}'", .. Forms.Select(form => $"& '{Script}' {form.Typed}")]);
        var (_, output, error) = await PowerShellAsync(StandIn, "-File", session);
        Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Is.EqualTo(Forms.Select(form => $"{Caller}: {form.Given}")), error);
    }

    [TestCase("list")]
    [TestCase("--", "list")]
    public async Task From_another_shell_it_is_the_same(params string[] typed)
    {
        var (_, output, error) = await PowerShellAsync(StandIn, ["-File", Script, .. typed, "*.md"]);
        Assert.That(output.Trim(), Is.EqualTo($"{Repository.Root}: {Run} [--] [list] [*.md]"), error);
    }

    [TestCase("list")]
    [TestCase("test")]
    public async Task The_exit_code_is_handed_on(string command)
    {
        var (code, _, error) = await PowerShellAsync([.. StandIn, new("ENDS_WITH", "4")], "-File", Script, command);
        Assert.That(code, Is.EqualTo(4), error);
    }

    [Test]
    public async Task It_really_runs_and_writes_where_it_is_called()
    {
        if (!File.Exists(Path.Combine(Repository.Root, "src", "KmsiConformance.Cli", "bin", "Debug", "net10.0", "kmsi.dll")))
            Assert.Ignore("The program was not built in the configuration that 'dotnet run' takes.");
        var (code, output, error) = await PowerShellAsync(
            [new("KMSI_NO_BUILD", "1")], "-Command",
            $"Set-Location '{Caller}'; & '{Script}' -- run --browser simulated --only 'sign-out/*' --out 'my reports/run'; "
            + "exit $LASTEXITCODE");
        Assert.That(code, Is.Zero, output + error);
        Assert.That(Path.Combine(Caller, "my reports", "run", "report.html"), Does.Exist);
    }

    private string Caller => Path.Combine(_folder.FullName, "the caller");

    private KeyValuePair<string, string?>[] StandIn =>
        [new("PATH", $"{Path.Combine(_folder.FullName, "bin")}:{Environment.GetEnvironmentVariable("PATH")}"), new("KMSI_NO_BUILD", null)];

    // The tool is found from the folder of its manifest; the real dotnet is named in full, lest the stand-in be taken for it.
    private static Task<(int ExitCode, string Output, string Error)> PowerShellAsync(
        IEnumerable<KeyValuePair<string, string?>> environment, params string[] arguments) => OtherProgram.RunAsync(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", Repository.Root,
        new Dictionary<string, string?>(environment, StringComparer.Ordinal),
        ["tool", "run", "pwsh", "-NoProfile", .. arguments]);
}
