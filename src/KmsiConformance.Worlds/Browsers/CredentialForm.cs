using System.Text.Json;
using Microsoft.Playwright;

namespace KmsiConformance.Worlds.Browsers;

/// <summary>The credential page that is shown: found, filled in and sent the way a user does it.</summary>
internal sealed class CredentialForm(IPage page, PageSigns signs, float limitMs)
{
    /// <summary>Fills in the fields, sets the box if that is asked for, and presses the button.</summary>
    /// <exception cref="ControlMissingException">A control that is to be used is not visible.</exception>
    public async Task<JsonElement> SubmitAsync(Credentials credentials)
    {
        var controls = await page.EvaluateAsync<JsonElement>(PageScript.FindControls, new { signs = PageScript.Argument(signs) });
        var userName = Require(controls, "userName", "user name field", signs.UserName);
        var password = Require(controls, "password", "password field", signs.Password);
        var submit = Require(controls, "submit", "button that sends the credentials", signs.Submit);
        var box = credentials.KeepMeSignedIn is null ? null : Require(controls, "box", "keep-me-signed-in box", signs.KeepMeSignedIn);

        await page.FillAsync(userName, credentials.UserName, new PageFillOptions { Timeout = limitMs });
        await page.FillAsync(password, credentials.Password, new PageFillOptions { Timeout = limitMs });
        if (box is not null && credentials.KeepMeSignedIn != controls.GetProperty("boxTicked").GetBoolean())
            await page.SetCheckedAsync(box, credentials.KeepMeSignedIn!.Value, new PageSetCheckedOptions { Timeout = limitMs });
        await page.ClickAsync(submit, new PageClickOptions { Timeout = limitMs });
        return controls;
    }

    private string Require(JsonElement controls, string name, string what, IReadOnlyList<string> tried)
    {
        var control = controls.GetProperty(name);
        if (control.ValueKind != JsonValueKind.Object)
        {
            throw new ControlMissingException(
                $"{page.Url} shows no {what}; tried {(tried.Count == 0 ? "nothing, the recipe gives no selector" : string.Join(", ", tried))}.");
        }

        return $"css={control.GetProperty("selector").GetString()} >> nth={control.GetProperty("index").GetInt32()}";
    }
}
