using System.Text.Json;
using Microsoft.Playwright;

namespace KmsiConformance.Worlds.Browsers;

/// <summary>A <see cref="PageAction"/> in a real browser.</summary>
internal sealed class DrivenAction(IPage page, PageSigns signs, float limitMs)
{
    /// <summary>Does it.</summary>
    /// <exception cref="ControlMissingException">A control that is to be used is not visible.</exception>
    public async Task<JsonElement> DoAsync(PageAction action)
    {
        // Marks the page, so that what follows can be told from what was there.
        var controls = await page.EvaluateAsync<JsonElement>(PageScript.FindControls, new { signs = PageScript.Argument(signs) });
        var press = await FindAsync(action.Press);
        foreach (var (field, text) in action.Types) await (await FindAsync(field)).FillAsync(text, new LocatorFillOptions { Timeout = limitMs });
        foreach (var (box, ticked) in action.Ticks) await (await FindAsync(box)).SetCheckedAsync(ticked, new LocatorSetCheckedOptions { Timeout = limitMs });
        await press.ClickAsync(new LocatorClickOptions { Timeout = limitMs });
        return controls;
    }

    private async Task<ILocator> FindAsync(PageControl control)
    {
        foreach (var selector in control.Selectors)
        {
            var found = page.Locator($"css={selector} >> visible=true");
            if (await found.CountAsync() > 0) return found.First;
        }

        throw control.Missing(page.Url);
    }
}
