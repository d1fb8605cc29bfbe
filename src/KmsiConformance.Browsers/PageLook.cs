using System.Text.Json;
using KmsiConformance.Browsers.Meanings;
using KmsiConformance.Suite;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>Looks at the page that is shown without touching it.</summary>
internal sealed class PageLook(IPage page, PageSigns signs)
{
    // A page that is at rest may still count seconds in one of its parts.
    private const int MostTries = 20;

    /// <summary>Asks the page by a script that may first want to know what its parts mean.</summary>
    /// <param name="argument">What the script gets, with what was decided.</param>
    /// <exception cref="TimeoutException">The page is another at every look.</exception>
    public static async Task<(JsonElement Seen, Decision? Decided)> AskAsync(
        IPage page, string script, PageSigns signs, Func<Decision?, object> argument)
    {
        Decision? decided = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var seen = await ReplacedDocument.AskAsync(() => page.EvaluateAsync<JsonElement>(script, argument(decided)));
            if (Decision.On(seen, signs) is not { } next) return (seen, decided);
            decided = next;
        }

        throw new TimeoutException("the parts of the page keep changing");
    }

    /// <summary>What each control is; null for one that is not there.</summary>
    /// <param name="outline">Whether they are marked on the page, for a picture.</param>
    public async Task<IReadOnlyList<ControlFound?>> DescribeAsync(IReadOnlyList<Control> controls, bool outline)
    {
        var (seen, decided) = await AskAsync(page, PageScript.DescribeControls, signs, decision => new
        {
            signs = PageScript.Argument(signs),
            controls = controls.Select(control => control.Selectors),
            labels = controls.Select(control => control.RecipeKey),
            outline,
            decided = decision?.Argument,
        });
        return [.. controls.Zip(seen.EnumerateArray(), (control, found) => Found(control, found, decided))];
    }

    private static ControlFound? Found(Control control, JsonElement found, Decision? decided)
    {
        if (found.ValueKind != JsonValueKind.Object) return null;
        var by = found.GetProperty("entry").GetString()!;
        var why = Meaning.Of(by) is { } meaning ? decided!.Reasons[meaning].Why : "";
        return new ControlFound(control, by, why, found.GetProperty("element").GetString()!, found.GetProperty("text").GetString()!);
    }
}
