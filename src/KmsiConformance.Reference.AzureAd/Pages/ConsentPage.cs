using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.AzureAd.Pages;

/// <summary>Asks whether the application may have what it wants.</summary>
internal static class ConsentPage
{
    public static string Render(Exchange exchange, AzureAdFlow flow) => AzureAdForm.Render(
        exchange, flow, "consent", "ConvergedConsent", "Permissions requested", $"/{exchange.Tenant.Name}/Consent/Set",
        Html.Of($"""
            <h1>Permissions requested</h1>
            <p class="who">{flow.User?.Email}</p>
            <p class="lead">{flow.Request.App.Name} would like to sign you in and read your profile.</p>
            """),
        Html.Trusted("""
            <div class="choices">
            <button id="idBtn_Back" class="quiet" type="submit" name="acceptConsent" value="false">Cancel</button>
            <button id="idSIButton9" type="submit" name="acceptConsent" value="true" autofocus>Accept</button>
            </div>
            """));
}
