using KmsiConformance.Suite.Schema;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.House;

/// <summary>Editors use the same schema that is put together from the parts beside the kinds of steps.</summary>
internal sealed class SchemaPartTests
{
    private const string Write = "KMSI_WRITE_SCHEMA";

    [Test]
    public void The_schema_for_editors_is_put_together_from_its_parts()
    {
        var file = Path.Combine(Repository.Scenarios, "scenario.schema.json");
        var assembled = ScenarioSchema.Assemble();
        if (Environment.GetEnvironmentVariable(Write) == "1") File.WriteAllText(file, assembled);
        Assert.That(
            File.ReadAllText(file), Is.EqualTo(assembled),
            $"the file is out of date: {Write}=1 dotnet test --filter FullyQualifiedName~{nameof(SchemaPartTests)} writes it");
    }
}
