using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.AzureAd.Pages;

/// <summary>Asks who wants to sign in.</summary>
internal static class UserNamePage
{
    private const string ErrorId = "usernameError";

    public static string Render(Exchange exchange, AzureAdFlow flow, string? message = null) => AzureAdForm.Render(
        exchange, flow, "user-name", "ConvergedSignIn", "Sign in", $"/{exchange.Tenant.Name}/login",
        Html.Of($"""
            <h1>Sign in</h1>
            <p class="lead">to continue to {flow.Request.App.Name}</p>
            """),
        Html.Of($"""
            <div class="entry-item">
            <label for="i0116">User name or e-mail address</label>
            {FlowForm.Error(ErrorId, message)}
            <input id="i0116" name="loginfmt" type="email" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus {FlowForm.Invalid(ErrorId, message)}>
            </div>
            <button id="idSIButton9" type="submit">Next</button>
            """));
}
