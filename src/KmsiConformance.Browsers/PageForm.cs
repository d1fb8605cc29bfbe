using System.Text.Json;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers;

/// <summary>The page that is shown: its controls found, filled in and pressed the way a user does it.</summary>
internal sealed class PageForm(IPage page, PageSigns signs, float limitMs)
{
    /// <summary>Finds all controls first, fills in the fields, sets the box if that is asked for, and presses the button.</summary>
    /// <exception cref="ControlMissingException">A control that is to be used is not visible.</exception>
    public async Task<JsonElement> SubmitAsync(PageEntry entry)
    {
        List<Control> wanted =
            [.. entry.Fields.Select(field => field.Control), entry.Press,
                .. entry.Box is { } asked ? [asked.Control] : Array.Empty<Control>()];
        var (found, _) = await PageLook.AskAsync(
            page, PageScript.FindControls, signs, decided => new
            {
                signs = PageScript.Argument(signs), controls = wanted.Select(control => control.Selectors), decided = decided?.Argument,
            });
        var places = wanted.Zip(found.EnumerateArray(), (control, place) => Place(control, place)).ToList();
        entry.Found();

        foreach (var (field, place) in entry.Fields.Zip(places))
            await page.FillAsync(place.Selector, field.Text, new PageFillOptions { Timeout = limitMs });
        if (entry.Box is { } box && box.Ticked != places[^1].Ticked)
            await page.SetCheckedAsync(places[^1].Selector, box.Ticked, new PageSetCheckedOptions { Timeout = limitMs });
        await page.ClickAsync(places[entry.Fields.Count].Selector, new PageClickOptions { Timeout = limitMs });
        return found;
    }

    private (string Selector, bool Ticked) Place(Control control, JsonElement place) => place.ValueKind == JsonValueKind.Object
        ? (
            $"css={place.GetProperty("selector").GetString()} >> nth={place.GetProperty("index").GetInt32()}",
            place.GetProperty("ticked").GetBoolean())
        : throw control.Missing(page.Url);
}
