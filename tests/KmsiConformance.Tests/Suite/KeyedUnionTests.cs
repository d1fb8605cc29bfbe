using KmsiConformance.Suite.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>The short way to see that a scenario fits its schema says what the long way says, also of what is slightly wrong.</summary>
internal sealed class KeyedUnionTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(
        File.ReadAllText(Path.Combine(Repository.Scenarios, "scenario.schema.json"))).GetAwaiter().GetResult();

    private static readonly KeyedUnion Steps = KeyedUnion.Find(Schema, "steps")!;

    private static IEnumerable<string> Files => Directory.EnumerateFiles(
        Path.Combine(Repository.Scenarios, "catalogue"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    [Test]
    public void A_scenario_fits_or_does_not_whichever_way_it_is_compared()
    {
        var chance = new Random(18);
        var (fit, wrong) = (0, 0);
        foreach (var file in Files)
        {
            var whole = SchemaCheck.Json(YamlFile.Read(file, file));
            if (chance.Next(4) > 0) Spoil(whole, chance);
            var fits = Schema.Validate(whole).Count == 0;
            if (fits) fit++;
            else wrong++;

            // It may look closer where nothing is wrong, and never pass what is.
            Assert.That(Steps.Fits(whole) && !fits, Is.False, $"{file}\n{whole}");
        }

        Assert.That((fit > 50, wrong > 50), Is.EqualTo((true, true)), "both were tried");
    }

    [Test]
    public void All_of_the_catalogue_goes_the_short_way()
    {
        var longer = Files.Select(file => (file, Read: YamlFile.Read(file, file))).Where(one => one.Read.Root.Find("matrix") is null)
            .Where(one => !Steps.Fits(SchemaCheck.Json(one.Read))).Select(one => one.file);
        Assert.That(longer, Is.Empty);
    }

    [TestCase("the list", """ "minItems": 2, """, "")]
    [TestCase("the list", """ "uniqueItems": true, """, "")]
    [TestCase("the list", """ "anyOf": [{ "maxItems": 3 }], """, "")]
    [TestCase("the whole", "", """ "minProperties": 2, """)]
    [TestCase("the whole", "", """ "not": { "required": ["steps"] }, """)]
    public void What_says_more_is_compared_the_long_way(string of, string list, string whole)
    {
        string Text(string ofList, string ofWhole) => $$"""
            { {{ofWhole}} "type": "object", "properties": { "steps": { {{ofList}} "type": "array", "items": { "oneOf": [
              { "type": "object", "properties": { "a": {} }, "required": ["a"], "additionalProperties": false },
              { "type": "object", "properties": { "b": {} }, "required": ["b"], "additionalProperties": false } ] } } } }
            """;
        KeyedUnion? Found(string text) => KeyedUnion.Find(JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult(), "steps");
        Assert.That(Found(Text("", "")), Is.Not.Null);
        Assert.That(Found(Text(list, whole)), Is.Null, of);
    }

    // A key too many, one too few, another's value, or a step of two verbs.
    private static void Spoil(JToken whole, Random chance)
    {
        var maps = whole.SelectTokens("$..*").OfType<JObject>().Append((JObject)whole).Where(map => map.Count > 0).ToList();
        var (one, other) = (maps[chance.Next(maps.Count)], maps[chance.Next(maps.Count)]);
        var field = one.Properties().ElementAt(chance.Next(one.Count));
        var strange = other.Properties().ElementAt(chance.Next(other.Count));
        switch (chance.Next(4))
        {
            case 0: one["nonsense"] = 1; break;
            case 1: field.Remove(); break;
            case 2: field.Value = strange.Value.DeepClone(); break;
            default: one[strange.Name] = strange.Value.DeepClone(); break;
        }
    }
}
