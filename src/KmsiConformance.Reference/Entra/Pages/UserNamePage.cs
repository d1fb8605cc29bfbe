using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Pages;

namespace KmsiConformance.Reference.Entra.Pages;

/// <summary>Asks who wants to sign in.</summary>
internal static class UserNamePage
{
    private const string ErrorId = "usernameError";

    public static string Render(Exchange exchange, EntraFlow flow, string? message = null) => EntraForm.Render(
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
