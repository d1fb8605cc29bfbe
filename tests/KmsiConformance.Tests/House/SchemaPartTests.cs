using KmsiConformance.Suite.Schema;
using KmsiConformance.Suite.Yaml;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>Editors use the same schema that is put together from the parts beside the kinds of steps.</summary>
internal sealed class SchemaPartTests
{
    private const string Write = "KMSI_WRITE_SCHEMA";

    [Test]
    public void The_schema_for_editors_is_put_together_from_its_parts() => IsUpToDate("scenario.schema.json", ScenarioSchema.Assemble());

    [Test]
    public void So_is_that_of_files_with_a_matrix() => IsUpToDate("scenario-matrix.schema.json", ScenarioSchema.AssembleMatrix());

    [Test]
    public void Files_with_a_matrix_fit_it_and_name_it()
    {
        var schema = SchemaCheck.Parse(ScenarioSchema.AssembleMatrix());
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Scenarios, "catalogue"), "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Path: path, Text: File.ReadAllText(path)))
            .Where(file => file.Text.Contains("\nmatrix:", StringComparison.Ordinal)).ToList();
        Assert.That(files, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var (path, text) in files)
            {
                Assert.That(schema.Check(YamlFile.Parse(text, path)), Is.Empty, path);
                Assert.That(text, Does.StartWith("# yaml-language-server: $schema=../../scenario-matrix.schema.json\n"), path);
            }
        });
    }

    private static void IsUpToDate(string name, string assembled)
    {
        var file = Path.Combine(Repository.Scenarios, name);
        if (Environment.GetEnvironmentVariable(Write) == "1") File.WriteAllText(file, assembled);
        Assert.That(
            File.ReadAllText(file), Is.EqualTo(assembled),
            $"the file is out of date: {Write}=1 dotnet test --filter FullyQualifiedName~{nameof(SchemaPartTests)} writes it");
    }
}
