using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.Pages;

/// <summary>Asks which account to go on with (N-05).</summary>
internal static class SelectAccountPage
{
    public static string Render(Exchange exchange, OpenIdFlow flow) => FormPage.Render(
        exchange, "select-account", "Choose an account", "/account",
        Html.Of($"""
            <h1>Choose an account</h1>
            <p class="lead">to continue to {flow.Request.App.Name}</p>
            """),
        Html.Of($"""
            <div class="stack">
            <button id="current" type="submit" name="account" value="current" autofocus>{flow.User?.Email}</button>
            <button id="other" class="quiet" type="submit" name="account" value="other">Another account</button>
            </div>
            {FlowForm.Hidden(flow)}
            """));
}
