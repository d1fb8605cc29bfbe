using KmsiConformance.Browsers;
using KmsiConformance.Suite;
using KmsiConformance.Tests.Suite;
using KmsiConformance.Worlds.Recipes;

namespace KmsiConformance.Tests.Browsers.Meanings;

/// <summary>The recipe that is shipped for pages that nobody described.</summary>
internal static class GenericRecipe
{
    public static ScenarioSuite Suite { get; } = SuiteLoader.Load(Repository.Scenarios);

    public static Recipe Recipe => Suite.Recipes["generic"];

    public static PageSigns Signs { get; } = Recipe.PageSigns();

    /// <summary>What is found on the page that a browser shows, as <c>meaning tag</c> for each find.</summary>
    public static async Task<IReadOnlyList<ControlFound>> FindAsync(this IBrowser browser) =>
        [.. (await browser.FindAsync(Recipe.Controls(), Signs, CancellationToken.None)).OfType<ControlFound>()];

    /// <summary>The meaning by which something was found.</summary>
    public static string Meaning(this ControlFound found) => KmsiConformance.Suite.Meaning.Of(found.By)!;
}
