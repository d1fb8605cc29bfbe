using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Pages;

namespace KmsiConformance.Reference.Entra.Pages;

/// <summary>Asks whether the application may have what it wants.</summary>
internal static class ConsentPage
{
    public static string Render(Exchange exchange, EntraFlow flow) => EntraForm.Render(
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
