using KmsiConformance.Browsers;
using KmsiConformance.Suite;
using KmsiConformance.Worlds.Recipes;

namespace KmsiConformance.Probing;

/// <summary>What a recipe finds on a page. Nothing is typed there and nothing is pressed.</summary>
/// <param name="Page">The page, as scenarios would see it.</param>
/// <param name="Found">What was found, in the order of the recipe's keys.</param>
/// <param name="Missing">The keys for which nothing was found.</param>
/// <param name="Picture">A PNG with the finds outlined and named; null from a browser that draws nothing.</param>
public sealed record RecipeTrial(
    PageSnapshot Page, IReadOnlyList<ControlFound> Found, IReadOnlyList<string> Missing, byte[]? Picture)
{
    /// <summary>Opens a page and looks at it.</summary>
    /// <param name="browser">A browser that runs.</param>
    /// <param name="limit">Real time in which the page has to come to rest.</param>
    /// <exception cref="SiteUnreachableException">No answer came.</exception>
    /// <exception cref="TimeoutException">The page did not come to rest.</exception>
    public static async Task<RecipeTrial> OfAsync(
        IBrowser browser, Recipe recipe, string address, TimeSpan limit, CancellationToken cancellation)
    {
        var (signs, controls) = (recipe.PageSigns(), recipe.Controls());
        var page = await browser.OpenAsync(address, signs, limit, cancellation);
        var found = await browser.FindAsync(controls, signs, cancellation);
        var picture = browser is DrivenBrowser driven ? await driven.OutlinedPictureAsync(controls, signs, cancellation) : null;
        return new RecipeTrial(
            page, [.. found.OfType<ControlFound>()],
            Lacking([.. controls.Zip(found).Where(one => one.Second is null).Select(one => one.First.RecipeKey!)], found), picture);
    }

    /// <summary>Why the page cannot be operated as a sign-in page; null when it can.</summary>
    public string? WhyNot => Page switch
    {
        { AsksForCredentials: false } => "it has no field for a password, nor one for a user name before a page for the password",
        { AsksForUserNameOnly: false } when !Has("user-name") && !Has("user-name-first") && !Has("submit") =>
            "it has a password, but neither a user name nor a button that sends it",
        _ when !Has("submit") => "it has no button that sends what was typed",
        _ => null,
    };

    /// <summary>Whether the recipe looks for a box that keeps somebody signed in, on a page that could have it, and finds none.</summary>
    public bool LacksBox => !Page.AsksForUserNameOnly && Missing.Contains("keep-me-signed-in");

    // A page between of which nothing is there is said once.
    private static List<string> Lacking(List<string> keys, IEnumerable<ControlFound?> found)
    {
        var shown = found.OfType<ControlFound>().Select(one => PageOf(one.Control.RecipeKey!)).ToHashSet(StringComparer.Ordinal);
        return [.. keys.Select(key => shown.Contains(PageOf(key)) ? key : PageOf(key)).Distinct(StringComparer.Ordinal)];
    }

    private static string PageOf(string key) =>
        key.StartsWith("interrupts.", StringComparison.Ordinal) ? string.Join('.', key.Split('.').Take(2)) : key;

    private bool Has(string key) => Found.Any(one => one.Control.RecipeKey == key);
}
