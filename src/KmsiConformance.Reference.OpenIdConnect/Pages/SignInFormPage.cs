using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.Pages;

/// <summary>Asks for user name and password; an ordinary form.</summary>
internal static class SignInFormPage
{
    private const string ErrorId = "error";

    public static string Render(Exchange exchange, OpenIdFlow flow, string? userName, string? message = null) => FormPage.Render(
        exchange, "sign-in", "Sign in", "/sign-in",
        Html.Of($"""
            <h1>Sign in</h1>
            <p class="lead">to continue to {flow.Request.App.Name}</p>
            {FlowForm.Error(ErrorId, message)}
            """),
        Html.Of($"""
            {CredentialFields.UserName(userName)}
            {CredentialFields.Password(FlowForm.Invalid(ErrorId, message))}
            {(exchange.Tenant.Rules.SignIn.OffersBox(exchange.Policy) ? CredentialFields.Box(ticked: false) : Html.Trusted(""))}
            <button id="sign-in" type="submit">Sign in</button>
            {FlowForm.Hidden(flow)}
            """));
}
