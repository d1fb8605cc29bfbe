using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.AzureAd.Pages;

/// <summary>
/// Asks whether to stay signed in. Its buttons have the ids of those on earlier pages: what tells it apart is the box and
/// the address that it posts to (P-23). No stands first, so that the Enter key alone makes nothing last.
/// </summary>
internal static class StaySignedInPage
{
    public static string Render(Exchange exchange, AzureAdFlow flow) => AzureAdForm.Render(
        exchange, flow, "stay-signed-in", "KmsiInterrupt", "Stay signed in?", "/kmsi",
        Html.Of($"""
            <h1>Stay signed in?</h1>
            <p class="who" id="displayName">{flow.User?.Email ?? flow.UserName}</p>
            <p class="lead" id="KmsiDescription">Yes lets you close the browser and come back without signing in. Answer no on a computer that others use.</p>
            """),
        Html.Trusted("""
            <input type="hidden" name="type" value="28">
            <div class="rememberMe">
            <input id="KmsiCheckboxField" name="DontShowAgain" type="checkbox" value="true">
            <label for="KmsiCheckboxField">Don't show this again</label>
            </div>
            <div class="choices">
            <button id="idBtn_Back" class="quiet" type="submit" name="LoginOptions" value="0">No</button>
            <button id="idSIButton9" type="submit" name="LoginOptions" value="1" aria-describedby="KmsiDescription" autofocus>Yes</button>
            </div>
            """));
}
