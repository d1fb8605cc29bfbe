using System.Diagnostics;
using System.Text.Json;
using KmsiConformance.Ledger;
using KmsiConformance.Packages.Bills;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Packages;

/// <summary>The bill of materials names what the program carries, and nothing else.</summary>
internal sealed class BillTests
{
    private static readonly string Project = Path.Combine(Repository.Root, "src", "KmsiConformance.Cli");

    private static readonly string[] NotShipped = ["NUnit", "Analyzer", "Test", "EntityFramework", "CodeAnalysis", "AxeCore", "NuGet."];

    [Test]
    public void Everything_that_is_shipped_is_named_and_no_tool_of_ours()
    {
        using var bill = JsonDocument.Parse(Write());
        var names = Components(bill).Select(one => one.GetProperty("name").GetString()!).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.SupersetOf(new[]
            {
                "AngleSharp", "YamlDotNet", "Microsoft.IdentityModel.Tokens", "Microsoft.Playwright", "playwright-core", "node",
                "public_suffix_list.dat",
            }));
            Assert.That(names, Is.Unique);
            Assert.That(names.Where(name => NotShipped.Any(part => name.Contains(part, StringComparison.Ordinal))), Is.Empty);
            Assert.That(bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("name").GetString(),
                Is.EqualTo("KmsiConformance"));
        }
    }

    [Test]
    public void Every_assembly_beside_the_program_is_of_a_package_that_is_named()
    {
        using var bill = JsonDocument.Parse(Write());
        var named = Components(bill).Where(IsPackage)
            .Select(one => $"{one.GetProperty("name").GetString()}/{one.GetProperty("version").GetString()}")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        using var carried = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "kmsi.deps.json")));
        var missing = carried.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package" && !named.Contains(library.Name));
        Assert.That(missing.Select(library => library.Name), Is.Empty);
    }

    [Test]
    public void Each_part_has_its_version_its_hash_its_license_and_what_it_depends_on()
    {
        using var bill = JsonDocument.Parse(Write());
        var known = Components(bill).Append(bill.RootElement.GetProperty("metadata").GetProperty("component"))
            .Select(one => one.GetProperty("bom-ref").GetString()!).ToList();
        var dependencies = bill.RootElement.GetProperty("dependencies").EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            foreach (var part in Components(bill).Where(IsPackage))
            {
                Assert.That(part.GetProperty("hashes")[0].GetProperty("content").GetString(), Does.Match("^[0-9a-f]{128}$"));
                Assert.That(part.GetProperty("version").GetString(), Does.Match(@"^\d+\.\d+"));
                Assert.That(part.GetProperty("licenses").GetArrayLength(), Is.EqualTo(1), part.ToString());
            }

            Assert.That(dependencies.Select(one => one.GetProperty("ref").GetString()), Is.EquivalentTo(known));
            Assert.That(dependencies.Where(one => one.TryGetProperty("dependsOn", out _))
                .SelectMany(one => one.GetProperty("dependsOn").EnumerateArray()).Select(one => one.GetString()!).Except(known), Is.Empty);
        }
    }

    [Test]
    public void The_driver_has_the_versions_that_it_tells()
    {
        using var bill = JsonDocument.Parse(Write());
        var versions = Components(bill).Where(one => one.GetProperty("name").GetString() is "playwright-core" or "node")
            .Select(one => one.GetProperty("version").GetString());
        Assert.That(versions, Has.Exactly(2).Matches<string>(version => Version.TryParse(version, out _)));
    }

    [Test]
    public void The_same_parts_make_the_same_bill()
    {
        var first = Write();
        Assert.That(Write(), Is.EqualTo(first));
    }

    [Test, Nightly]
    public async Task It_lies_in_what_is_published()
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-publish-");
        try
        {
            using var publish = Process.Start("dotnet", ["publish", Project, "-c", "Debug", "-v", "q", "-o", folder.FullName]);
            await publish.WaitForExitAsync();
            Assert.That(publish.ExitCode, Is.Zero);
            Assert.That(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "kmsi.cdx.json")), Is.EqualTo(Write()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<JsonElement> Components(JsonDocument bill) => bill.RootElement.GetProperty("components").EnumerateArray();

    private static bool IsPackage(JsonElement one) =>
        one.GetProperty("purl").GetString()!.StartsWith("pkg:nuget/", StringComparison.Ordinal);

    private static string Write() => Bill.Write(
        "KmsiConformance", ToolRecord.Current.Version, File.ReadAllText(Path.Combine(Project, "obj", "project.assets.json")),
        Path.Combine(Repository.Root, "src", "KmsiConformance.Cookies", "Matching", "public_suffix_list.dat"));
}
