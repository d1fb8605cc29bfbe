using KmsiConformance.Browsers;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Sites.Pages;
using KmsiConformance.Suite;

namespace KmsiConformance.Worlds.Recipes;

/// <summary>A recipe in the form that browsers and the cookie watch use.</summary>
public static class RecipeSigns
{
    // The form that a page of our own apps posts by itself, whoever's login endpoint it goes to.
    private const string OfOurApps = "form#auto";

    /// <summary>The selectors by which a browser recognises the product's pages.</summary>
    public static PageSigns PageSigns(this Recipe recipe) => new(
        recipe.Sign("user-name"),
        recipe.Sign("password"),
        recipe.Sign("submit"),
        recipe.Sign("keep-me-signed-in"),
        recipe.Sign("message"),
        recipe.Sign("error-page"),
        recipe.Sign("signed-out"),
        [.. recipe.Sign("in-transit"), OfOurApps, $"[{CommandedPage.Working}]"])
    {
        SignedIn = recipe.Sign("signed-in"),
        SignedInAs = recipe.Sign("signed-in-as"),
        SignOut = recipe.Sign("sign-out"),
        OfAccount = recipe.Signs,
        LeavesBy = recipe.Sign("leaves-by"),
        ScriptFills = recipe.ScriptFills,
        Wire = recipe.Wire,
        UserNameFirst = recipe.Sign("user-name-first"),
        Interrupts = recipe.Interrupts,
        Words = recipe.Words,
    };

    /// <summary>The role of a cookie of the login host, by its name; null when the recipe gives it none.</summary>
    public static string? CookieRole(this Recipe recipe, string name) =>
        recipe.Cookies
            .Where(role => role.Value.Any(pattern => CookieRoles.IsNamed(name, pattern)))
            .Select(role => role.Key)
            .FirstOrDefault();

    private static IReadOnlyList<string> Sign(this Recipe recipe, string role) => recipe.Signs.GetValueOrDefault(role, []);
}
