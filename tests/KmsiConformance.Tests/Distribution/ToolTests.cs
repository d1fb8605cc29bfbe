using System.IO.Compression;
using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Tests.Browsers;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>The tool, as 'dotnet tool install' brings it, has all that it needs with it and runs in any folder.</summary>
internal sealed class ToolTests
{
    private InstalledTool _tool = null!;

    [OneTimeSetUp]
    public async Task Pack_and_install() => _tool = await InstalledTool.MakeAsync();

    [OneTimeTearDown]
    public void Delete() => _tool?.Dispose();

    [Test]
    public async Task It_lists_the_scenarios_that_it_brings()
    {
        var (code, output, error) = await _tool.RunAsync("list");
        Assert.That(code, Is.Zero, error);
        Assert.That(output, Does.Contain("sign-out/").And.Match(@"\d{3} scenarios in b2c-2020-12"));
    }

    [Test]
    public async Task It_runs_without_a_browser_and_leaves_its_report_where_it_is_called()
    {
        var (code, output, error) = await _tool.RunAsync(
            "run", "--browser", "simulated", "--only", "sign-out/*", "--out", "reports/simulated");
        Assert.That(code, Is.Zero, output + error);
        var run = new RunFolder(Path.Combine(_tool.Elsewhere, "reports", "simulated"));
        Assert.That(Path.Combine(run.Path, "report.html"), Does.Exist);
        Assert.That(run.ReadRun().Tool.Version, Is.EqualTo(_tool.Version), "the version of the package");
    }

    // The driver comes out of a package, which keeps no modes: this shows that it can be run all the same.
    [Test, Category("Browser")]
    public async Task It_drives_a_browser_by_the_driver_that_it_brings()
    {
        var (code, output, error) = await _tool.RunAsync(
            "run", "--chromium", BrowserFixture.Chromium(), "--only", "clock/a-short-cookie-in-real-time", "--clock", "real", "--out",
            "reports/chromium");
        Assert.That(code, Is.Zero, output + error);
        Assert.That(output, Does.Contain("1 PASSED"));
    }

    [Test]
    public async Task It_says_the_version_that_it_was_packed_as()
    {
        var (code, output, _) = await _tool.RunAsync("--version");
        Assert.That(code, Is.Zero);
        Assert.That(output.Split('+')[0].Trim(), Is.EqualTo(_tool.Version));
    }

    [Test]
    public void Its_package_has_the_driver_for_this_system_alone_and_the_bill_of_materials()
    {
        using var package = ZipFile.OpenRead(
            Path.Combine(_tool.Packages, $"KmsiConformance.Tool.{InstalledTool.System}.{_tool.Version}.nupkg"));
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(files.Where(IsDriver).ToList(), Has.Count.EqualTo(1));
            Assert.That(files, Has.Some.EndsWith("/kmsi.cdx.json"));
            Assert.That(files, Has.Some.EndsWith("/scenarios/profiles.yaml"));
            Assert.That(files, Has.None.StartsWith("content"), "the scenarios are the program's, and lie once in the package");
            Assert.That(files, Does.Contain("README.md"));
        }
    }

    // Packed are they when a version is; that each finds its driver is told without.
    [Test]
    public async Task The_package_for_each_system_has_a_driver()
    {
        var project = Path.Combine(Repository.Root, "src", "KmsiConformance.Cli", "KmsiConformance.Cli.csproj");
        var systems = (await PropertiesAsync(project)).GetProperty("ToolPackageRuntimeIdentifiers").GetString()!.Split(';');
        var version = typeof(Microsoft.Playwright.IPlaywright).Assembly.GetName().Version!.ToString(3);
        Assert.That(systems, Has.Length.EqualTo(5));
        foreach (var system in systems)
        {
            var told = await PropertiesAsync(project, $"-p:RuntimeIdentifier={system}");
            var drivers = Path.Combine(
                told.GetProperty("NuGetPackageRoot").GetString()!, "microsoft.playwright", version,
                ".playwright", "node", told.GetProperty("DriverFolder").GetString()!);
            Assert.That(drivers, Does.Exist, system);
            Assert.That(Directory.EnumerateFiles(drivers).Count(IsDriver), Is.EqualTo(1), system);
        }
    }

    private static async Task<JsonElement> PropertiesAsync(string project, params string[] given)
    {
        var (code, output, error) = await OtherProgram.DotnetAsync(
            Repository.Root, ["msbuild", project, "-getProperty:ToolPackageRuntimeIdentifiers", "-getProperty:DriverFolder",
                "-getProperty:NuGetPackageRoot", .. given]);
        Assert.That(code, Is.Zero, output + error);
        return JsonDocument.Parse(output).RootElement.GetProperty("Properties");
    }

    private static bool IsDriver(string file) => Path.GetFileName(file) is "node" or "node.exe";
}
