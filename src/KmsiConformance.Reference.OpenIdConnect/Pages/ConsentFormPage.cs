using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.Pages;

/// <summary>Asks whether the application may know the user (N-05).</summary>
internal static class ConsentFormPage
{
    public static string Render(Exchange exchange, OpenIdFlow flow) => FormPage.Render(
        exchange, "consent", "Allow access", "/consent",
        Html.Of($"""
            <h1>Allow access?</h1>
            <p class="who">{flow.User?.Email}</p>
            <p class="lead">{flow.Request.App.Name} would like to know who you are.</p>
            """),
        Html.Of($"""
            <div class="choices">
            <button id="refuse" class="quiet" type="submit" name="consent" value="false">Refuse</button>
            <button id="allow" type="submit" name="consent" value="true" autofocus>Allow</button>
            </div>
            {FlowForm.Hidden(flow)}
            """));
}
