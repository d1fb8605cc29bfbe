using KmsiConformance.Ledger;
using KmsiConformance.Tests.Cli;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Distribution;

/// <summary>The version is that of the tag, and a build without one neither fails nor warns.</summary>
internal sealed class VersionTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public async Task A_small_project_with_our_rule()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-version-");
        File.Copy(Path.Combine(Repository.Root, "Directory.Build.targets"), Path.Combine(_folder.FullName, "Directory.Build.targets"));
        var ours = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "Directory.Build.props"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Directory.Build.props"), $"""
            <Project><PropertyGroup><TargetFramework>net10.0</TargetFramework>
            {string.Join('\n', ours.Where(line => line.Contains("'$(Version)' == ''", StringComparison.Ordinal)))}
            </PropertyGroup></Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "small.csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
    }

    [TearDown]
    public void Delete() => _folder.Delete(recursive: true);

    [Test]
    public async Task A_folder_without_git_has_the_version_of_its_file() => Assert.That(await VersionAsync(), Is.EqualTo("0.1.0-dev"));

    [TestCase("v0.2.0", 0, "0.2.0")]
    [TestCase("v0.2.0", 2, "0.2.1-dev.2")]
    [TestCase("v1.0.0-rc.1", 0, "1.0.0-rc.1")]
    [TestCase("v1.0.0-rc.1", 1, "1.0.0-rc.1.dev.1")]
    [TestCase("vacation", 0, "0.1.0-dev")]
    [TestCase("nightly", 0, "0.1.0-dev")]
    public async Task A_tag_makes_the_version(string tag, int commitsSince, string version)
    {
        await GitAsync("init", "-q");
        await CommitAsync();
        await GitAsync("tag", tag);
        for (var commit = 0; commit < commitsSince; commit++) await CommitAsync();
        Assert.That(await VersionAsync(), Is.EqualTo(version));
    }

    [Test]
    public async Task A_version_that_is_given_is_taken()
    {
        await GitAsync("init", "-q");
        await CommitAsync();
        await GitAsync("tag", "v0.2.0");
        Assert.That(await VersionAsync("-p:Version=9.8.7"), Is.EqualTo("9.8.7"));
    }

    [Test]
    public async Task The_program_says_what_runs_are_written_with()
    {
        var (code, output, _) = await Kmsi.RunAsync("--version");
        Assert.That(code, Is.Zero);
        Assert.That(output.Split('+')[0].Trim(), Is.EqualTo(ToolRecord.Current.Version).And.Match(@"^\d+\.\d+\.\d+"));
    }

    private async Task<string> VersionAsync(params string[] more)
    {
        var (code, output, error) = await OtherProgram.DotnetAsync(
            _folder.FullName, ["msbuild", "small.csproj", "-nologo", "-warnaserror", "-t:GetAssemblyVersion", "-getProperty:PackageVersion",
                .. more]);
        Assert.That(code, Is.Zero, output + error);
        return output.Trim();
    }

    private Task CommitAsync() => GitAsync("commit", "-q", "--allow-empty", "-m", "One");

    private async Task GitAsync(params string[] arguments)
    {
        var (code, output, error) = await OtherProgram.RunAsync(
            "git", _folder.FullName, new Dictionary<string, string?>(StringComparer.Ordinal),
            ["-c", "user.name=One", "-c", "user.email=one@example.com", .. arguments]);
        Assert.That(code, Is.Zero, output + error);
    }
}
