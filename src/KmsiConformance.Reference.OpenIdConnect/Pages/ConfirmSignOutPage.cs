using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.Pages;

/// <summary>Asks before a sign-out of which nobody knows who wants it (N-34).</summary>
internal static class ConfirmSignOutPage
{
    public static string Render(Exchange exchange, string pending, AppRegistration? app) => FormPage.Render(
        exchange, "confirm-sign-out", "Sign out?", "/sign-out/confirmed",
        Html.Of($"""
            <h1>Sign out?</h1>
            <p class="lead">{(app is null ? "Some application" : app.Name)} asks to sign you out here and of the applications that you used.</p>
            """),
        Html.Of($"""
            <div class="choices">
            <button id="stay" class="quiet" type="submit" name="answer" value="no">Stay signed in</button>
            <button id="sign-out" type="submit" name="answer" value="yes" autofocus>Sign out</button>
            </div>
            {FlowForm.Hidden("pending", pending)}
            """));
}
