using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>Whatever is wrong about a scenario's third parties is said when it is loaded, with file, line and the mend.</summary>
internal sealed class BadMappingTests
{
    private const string Mapping = """
        [
          {
            "Title": "The discovery document fails",
            "Request": { "Path": "/.well-known/openid-configuration", "Methods": ["GET"] },
            "Response": { "StatusCode": 500, "Body": "${contoso}" }
          }
        ]
        """;

    private const string Scenario = """
        title: A provider that fails
        requirements: [R-006]
        profiles: [b2c-2020-12]
        identity-providers: { contoso: {} }
        third-parties: { desk: { plays: contoso, mappings: [fails.json] } }
        steps:
          - sign-in: { user: alice, app: groceries, with: contoso }
            expect: { error: server_error }
        """;

    private string _folder = "";

    [SetUp]
    public void CopyWhatScenariosNeed()
    {
        _folder = Directory.CreateTempSubdirectory("kmsi-mappings-").FullName;
        foreach (var path in Directory.EnumerateFiles(Repository.Scenarios, "*", SearchOption.AllDirectories))
        {
            var below = Path.GetRelativePath(Repository.Scenarios, path);
            if (below.StartsWith("catalogue", StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, below))!);
            File.Copy(path, Path.Combine(_folder, below));
        }

        Directory.CreateDirectory(Path.Combine(_folder, "catalogue", "area"));
    }

    [TearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_unspoilt_mapping_loads() => Assert.That(Problems(Mapping, Scenario), Is.Empty);

    [TestCase("\"StatusCode\"", "\"StatsCode\"", "fails.json(5,", "StatsCode")]
    [TestCase("\"Path\": \"/", "\"Path\": \"", "fails.json(4,", "beginning with a slash")]
    [TestCase("500", "\"five hundred\"", "fails.json(5,", "whole number")]
    [TestCase("[\"GET\"]", "[\"FETCH\"]", "fails.json(4,", "GET, POST")]
    [TestCase("\"Title\": \"The discovery document fails\",", "", "fails.json(2,", "'Title'")]
    [TestCase("${contoso}", "${fabrikam}", "fails.json(5,", "Known: self, contoso")]
    [TestCase("]\n", "\n", "fails.json(", "not JSON")]
    public void A_wrong_mapping_is_named_with_file_and_line(string right, string wrong, string place, string mend)
    {
        var problems = Problems(Mapping.ReplaceLineEndings("\n").Replace(right, wrong) is var text
            && text == Mapping ? Mapping[..^1] : text, Scenario);
        Assert.That(problems, Has.Some.Contains(place).And.Contains(mend), string.Join('\n', problems));
    }

    [TestCase("[fails.json]", "[nowhere.json]", "There is no file 'nowhere.json' beside the scenario")]
    [TestCase("plays: contoso", "plays: fabrikam", "there is no identity provider 'fabrikam'")]
    [TestCase("desk:", "groceries:", "is the name of an app")]
    [TestCase("contoso: {}", "contoso: { protocol: saml }", "speaks SAML")]
    [TestCase("mappings: [fails.json] } }", "mappings: [fails.json] }, counter: { plays: contoso, mappings: [fails.json] } }",
        "played by desk and counter")]
    public void A_third_party_that_cannot_be_is_a_load_error(string right, string wrong, string mend) =>
        Assert.That(Problems(Mapping, Scenario.Replace(right, wrong)), Has.Some.Contains(mend));

    [TestCase("REST-LoyaltyNumber", null)]
    [TestCase(
        "REST-LoyaltyNummer",
        "there is no identity provider 'REST-LoyaltyNummer' that desk could play, and no service of that name that the policy calls. "
        + "Did you mean REST-LoyaltyNumber?")]
    [TestCase("AAD-UserReadUsingObjectId", "Services: REST-LoyaltyNumber.")]
    public void A_third_party_plays_a_service_that_the_policy_calls(string plays, string? mend)
    {
        var problems = Problems(
            Mapping.Replace("${contoso}", "${self}"),
            $$"""
            title: A service that fails
            requirements: [R-006]
            profiles: [b2c-2020-12]
            policy: { file: policies/2020-12-loyalty-number.xml }
            third-parties: { desk: { plays: {{plays}}, mappings: [fails.json] } }
            steps:
              - sign-in: { user: alice, app: groceries }
            """);
        Assert.That(problems, mend is null ? Is.Empty : Has.Some.Contains(mend));
    }

    private List<string> Problems(string mapping, string scenario)
    {
        var area = Path.Combine(_folder, "catalogue", "area");
        File.WriteAllText(Path.Combine(area, "fails.json"), mapping);
        File.WriteAllText(Path.Combine(area, "one.yaml"), scenario);
        try
        {
            SuiteLoader.Load(_folder);
            return [];
        }
        catch (SuiteException wrong)
        {
            return [.. wrong.Problems.Select(problem => problem.ToString())];
        }
    }
}
