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
            <div class="entry-item">
            <label for="username">User name or e-mail address</label>
            <input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus value="{userName}">
            </div>
            <div class="entry-item">
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required {FlowForm.Invalid(ErrorId, message)}>
            </div>
            {(exchange.Tenant.Rules.SignIn.OffersBox(exchange.Policy) ? Box : Html.Trusted(""))}
            <button id="sign-in" type="submit">Sign in</button>
            {FlowForm.Hidden(flow)}
            """));

    private static Html Box => Html.Trusted("""
        <div class="rememberMe">
        <input id="remember" name="remember" type="checkbox" value="true" aria-describedby="remember-hint">
        <div><label for="remember">Remember me</label><small id="remember-hint">Not on a computer that others use.</small></div>
        </div>
        """);
}
