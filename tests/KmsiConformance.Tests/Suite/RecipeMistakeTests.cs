using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>What is wrong in a recipe is said where it stands, before a page is blamed for it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RecipeMistakeTests
{
    private static readonly Lazy<ScenarioSuite> Known = new(() => SuiteLoader.Load(Repository.Scenarios));

    [Test]
    public void A_recipe_of_the_folder_has_what_it_leaves_to_the_one_that_it_extends()
    {
        var (web, generic) = (Known.Value.Recipes["web"], Known.Value.Recipes["generic"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(web.Signs["password"], Is.EqualTo(generic.Signs["password"]));
            Assert.That(web.Cookies["sso"], Is.Not.EqualTo(generic.Cookies["sso"]), "what it says itself counts");
            Assert.That(web.Interrupts.Select(one => one.Name), Is.EqualTo(generic.Interrupts.Select(one => one.Name)));
        }
    }

    [TestCase("submit: [\"#next\", \"#go]", 2, "This is not YAML")]
    [TestCase("submit: [\"button[type=\"]", 2, "'button[type=' is no CSS selector")]
    [TestCase("submit: [\"#1st\"]", 2, "begins with a digit")]
    [TestCase("submit: [\"a:not(.b\"]", 2, "no CSS selector")]
    [TestCase("submit: [\"a >\"]", 2, "no CSS selector")]
    [TestCase("submit: [\"\"]", 2, "Expected a CSS selector")]
    [TestCase("submit: \"#next\"", 2, "Expected a list of CSS selectors")]
    [TestCase("submitt: [\"#next\"]", 2, "A recipe has no key 'submitt'. Did you mean submit?")]
    [TestCase("submit: [\"meaning:sumbit\"]", 2, "Did you mean submit?")]
    [TestCase("interrupts: { consnt: { page: [\"#x\"] } }", 2, "no key 'consnt'. Did you mean consent?")]
    [TestCase("interrupts: { consent: { page: [\"#x\"], answer: {} } }", 2, "no key 'answer'. Did you mean answers?")]
    [TestCase("interrupts: { consent: { page: [\"#x\"], answers: { acept: [\"#y\"] } } }", 2, "Did you mean accept?")]
    [TestCase("interrupts: { consent: { page: [\"[x\"] } }", 2, "no CSS selector")]
    [TestCase("interrupts: [consent]", 2, "Expected a map")]
    [TestCase("cookies: { sso: [\"a=b\"] }", 2, "No cookie has such a name")]
    [TestCase("cookies: { sso: session }", 2, "Expected a list of cookie names")]
    [TestCase("script-fills: { \"#a[\": x }", 2, "no CSS selector")]
    [TestCase("script-fills: [a]", 2, "Expected a map")]
    public void It_is_a_load_error_with_line_and_mend(string mistake, int line, string says) => Refused(mistake, line, says);

    [TestCase("post: \"{+hosts.tenant}/x?csrf={+csrf\"", 5, "'{+csrf' is no place for a setting")]
    [TestCase("post: \"/x y\"", 5, "holds no spaces")]
    [TestCase("post: \"/x\"\n    headers: { X-CSRF: \"a\\r\\nCookie: b\" }", 6, "A header stands on one line")]
    [TestCase("post: \"/x\"\n    headers: { \"X CSRF\": a }", 6, "no name of a header")]
    [TestCase("post: \"/x\"\n    haeders: { X: a }", 6, "Did you mean headers?")]
    [TestCase("post: \"/x\"\n    fields: { a: \"}\" }", 6, "is no place for a setting")]
    [TestCase("pots: \"/x\"", 5, "no key 'pots'. Did you mean post?")]
    public void So_is_a_call_of_the_pages_script(string mistake, int line, string says) => Refused(
        $"wire:\n  settings: SETTINGS\n  credentials:\n    {mistake}\n    message: message\n  confirmed:\n    get: \"/done\"", line, says);

    [Test]
    public void Selectors_that_browsers_understand_are_taken()
    {
        string[] sound =
        [
            "#next", "button[type='submit' i]", "form:has(> .x) input:not([type=hidden], [readonly])", "a:is(.b, .c):nth-child(2n + 1)",
            "label + input ~ span", "[id$='_but']", "*|a", "div:has(+ p)", "input:where(.a)", "::part(x)", "a:focus-within", "#\\31 st",
        ];
        Assert.Multiple(() =>
        {
            foreach (var selector in sound.Except(["::part(x)"]))
            {
                var quoted = selector.Replace("'", "''", StringComparison.Ordinal);
                Assert.That(Problems($"extends: generic\nsubmit: ['{quoted}']\n"), Is.Empty, selector);
            }
        });
    }

    private static void Refused(string mistake, int line, string says)
    {
        var problem = Problems($"extends: generic\n{mistake}\n");
        Assert.That(problem, Is.Not.Empty);
        Assert.That(problem[0].ToString(), Does.StartWith($"own.yaml({line},").And.Contain(says));
    }

    private static IReadOnlyList<SuiteProblem> Problems(string text)
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-recipe-").FullName;
        try
        {
            var file = Path.Combine(folder, "own.yaml");
            File.WriteAllText(file, text);
            RecipeFile.Read(file, "own.yaml", Known.Value);
            return [];
        }
        catch (SuiteException wrong)
        {
            return wrong.Problems;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
