using KmsiConformance.Browsers;
using KmsiConformance.Suite;

namespace KmsiConformance.Worlds.Recipes;

/// <summary>All that a recipe says how to find on a page, by its keys.</summary>
public static class RecipeControls
{
    // The button of an identity provider is known only with the provider's name; pages in transit have nothing to be seen.
    private static readonly string[] Keys =
        ["user-name", "user-name-first", "password", "submit", "keep-me-signed-in", "message", "error-page", "signed-out"];

    /// <summary>The parts of credential pages and notices first, then those of each page that may come between.</summary>
    public static IReadOnlyList<Control> Controls(this Recipe recipe) =>
    [
        .. Keys.Where(recipe.Signs.ContainsKey).Select(key => new Control(key, key, recipe.Signs[key])),
        .. recipe.Interrupts.SelectMany(interrupt => Parts(interrupt).Where(part => part.Selectors.Count > 0)),
    ];

    private static IEnumerable<Control> Parts(Interrupt interrupt) =>
    [
        Part(interrupt, "page", interrupt.Page),
        .. interrupt.Answers.Select(answer => Part(interrupt, $"answers.{answer.Key}", answer.Value)),
        Part(interrupt, "box", interrupt.Box),
        Part(interrupt, "field", interrupt.Field),
    ];

    private static Control Part(Interrupt interrupt, string key, IReadOnlyList<string> selectors) =>
        new($"{interrupt.Name} {key}", $"interrupts.{interrupt.Name}.{key}", selectors);
}
