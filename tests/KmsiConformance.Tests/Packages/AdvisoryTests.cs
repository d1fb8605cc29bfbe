using System.Diagnostics;
using KmsiConformance.Packages;
using KmsiConformance.Packages.Advisories;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Packages;

/// <summary>Packages in use are held against the advisories that are known here.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AdvisoryTests
{
    private const string MadeUp = """
        gone-through:
          - on: 2026-11-27
            packages: [Shop.Tokens, Shop.Pages]
          - on: 2026-11-30
            packages: [Shop.Basket]
        advisories:
          - id: GHSA-made-up
            package: Shop.Tokens
            affected: ["(, 5.7.0)", "[6.5.0, 6.34.0)", "[7.0.0-preview, 7.1.2)"]
            fixed: 5.7.0, 6.34.0, 7.1.2
            source: https://advisories.example/made-up
        """;

    [Test]
    public void No_package_in_use_is_known_to_be_weak()
    {
        var check = new AdvisoryCheck(PackagesInUse.Of(Repository.Root), AdvisoryList.Read(Text));
        TestContext.Out.WriteLine(string.Join('\n', check.Lines));
        Assert.That(check.Affected, Is.Empty);
    }

    [Test]
    public void A_package_that_was_gone_through_is_used_under_that_name()
    {
        var used = PackagesInUse.Of(Repository.Root).Select(package => package.Id).ToHashSet(StringComparer.Ordinal);
        Assert.That(AdvisoryList.Read(Text).GoneThrough.Keys.Where(name => !used.Contains(name)), Is.Empty,
            "correct the name, or take it out with its advisories");
    }

    [TestCase("5.6.9", true)]
    [TestCase("5.7.0", false)]
    [TestCase("5.7.0-rc.1", true)]
    [TestCase("6.4.9", false)]
    [TestCase("6.33.1", true)]
    [TestCase("6.34.0", false)]
    [TestCase("7.0.0-rc.2", true)]
    [TestCase("7.1.2", false)]
    public void A_version_is_affected_as_the_ranges_say(string version, bool affected) =>
        Assert.That(Check($"shop.tokens/{version}").Affected, Has.Count.EqualTo(affected ? 1 : 0));

    [Test]
    public void The_line_says_what_could_be_told_and_what_not()
    {
        var check = Check("Shop.Tokens/7.1.1", "Shop.Basket/1.0.0", "Unheard.Of/2.0.0", "Unheard.Of/3.0.0");
        Assert.That(check.Lines, Is.EqualTo(new[]
        {
            "Shop.Tokens 7.1.1 is affected by GHSA-made-up, fixed in 5.7.0, 6.34.0, 7.1.2: https://advisories.example/made-up",
            "advisories: 4 packages, 2 gone through from 2026-11-27 to 2026-11-30, 2 could not be checked, 1 affected",
        }));
        Assert.That(Check("Shop.Pages/1.0.0").Lines, Is.EqualTo(new[]
        {
            "advisories: 1 packages, 1 gone through on 2026-11-27, 0 could not be checked, 0 affected",
        }));
    }

    [TestCase("7.1.1", 1, "1 affected")]
    [TestCase("7.1.2", 0, "0 affected")]
    public async Task An_affected_version_ends_the_program_of_the_build_with_1(string version, int code, string said)
    {
        var root = Directory.CreateTempSubdirectory("kmsi-packages-");
        try
        {
            var project = root.CreateSubdirectory("src/Shop");
            root.CreateSubdirectory("build");
            await File.WriteAllTextAsync(Path.Combine(root.FullName, AdvisoryList.Name), MadeUp);
            await File.WriteAllTextAsync(Path.Combine(project.FullName, "Shop.csproj"), "<Project/>");
            await File.WriteAllTextAsync(
                Path.Combine(project.CreateSubdirectory("obj").FullName, "project.assets.json"),
                $$"""{ "libraries": { "Shop.Tokens/{{version}}": { "type": "package" }, "Unheard.Of/1.0.0": { "type": "package" } } }""");

            using var program = Process.Start(new ProcessStartInfo(
                "dotnet", [typeof(AdvisoryList).Assembly.Location, "advisories"])
            {
                WorkingDirectory = root.FullName, UseShellExecute = false, RedirectStandardOutput = true,
            })!;
            var output = await program.StandardOutput.ReadToEndAsync();
            await program.WaitForExitAsync();
            Assert.That(program.ExitCode, Is.EqualTo(code), output);
            Assert.That(output, Does.Contain(said).And.Contain("1 could not be checked"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [TestCase("2026-11-27", "27 November", "'27 November' is no day")]
    [TestCase("(, 5.7.0)", "< 5.7.0", "Write them as NuGet does")]
    [TestCase("(, 5.7.0)", "5.7.0", "Write them as NuGet does")]
    [TestCase("package: Shop.Tokens", "package: Shop.Token", "not under 'gone-through'")]
    [TestCase("Shop.Basket", "shop.pages", "gone through twice")]
    [TestCase("fixed:", "mended:", "line 10")]
    [TestCase("https://advisories.example/made-up", "somewhere", "needs a source")]
    [TestCase("    fixed: 5.7.0, 6.34.0, 7.1.2\n", "", "a fixed one")]
    public void A_list_that_cannot_be_used_says_why(string found, string replacement, string said)
    {
        var text = MadeUp.Replace(found, replacement, StringComparison.Ordinal);
        Assert.That(text, Is.Not.EqualTo(MadeUp));
        Assert.That(
            () => AdvisoryList.Read(text),
            Throws.TypeOf<PackageException>().With.Message.Contains(said));
    }

    [Test]
    public void Every_change_is_held_against_it() =>
        Assert.That(File.ReadAllLines(Path.Combine(Repository.Root, ".ci", "run")), Has.One.Contains(".ci/advisories"));

    private static string Text => File.ReadAllText(Path.Combine(Repository.Root, AdvisoryList.Name));

    private static AdvisoryCheck Check(params string[] used) => new([.. used.Select(PackagesInUse.Parse)], AdvisoryList.Read(MadeUp));
}
