using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.AzureAd.Pages;

/// <summary>The federated service's own page, with the ids that AD FS is seen to use.</summary>
internal static class FederatedSignInPage
{
    public static string Render(Exchange exchange, string userName, string? message = null) =>
        Layout.Render(exchange, "federated-sign-in", "Sign in", Html.Of($"""
        <h1>Sign in at your organisation</h1>
        <p class="lead">The federated service of this tenant</p>
        <form method="post" id="loginForm" novalidate>
        {FlowForm.Error("errorText", message)}
        <div class="entry-item">
        <label for="userNameInput">User name or e-mail address</label>
        <input id="userNameInput" name="UserName" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required value="{userName}">
        </div>
        <div class="entry-item">
        <label for="passwordInput">Password</label>
        <input id="passwordInput" name="Password" type="password" autocomplete="current-password" required autofocus {FlowForm.Invalid("errorText", message)}>
        </div>
        <button id="submitButton" type="submit">Sign in</button>
        </form>
        """));
}
