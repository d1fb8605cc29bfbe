using KmsiConformance.Reference.AzureAd.SignIn;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.AzureAd.Pages;

/// <summary>Asks for the password of the user whose name was given.</summary>
internal static class PasswordPage
{
    private const string ErrorId = "passwordError";

    public static string Render(Exchange exchange, AzureAdFlow flow, string? message = null) => AzureAdForm.Render(
        exchange, flow, "password", "ConvergedSignIn", "Enter your password", $"/{exchange.Tenant.Name}/login",
        Html.Of($"""
            <h1>Enter your password</h1>
            <p class="who" id="displayName">{flow.UserName}</p>
            """),
        Html.Of($"""
            <input type="hidden" name="login" value="{flow.UserName}">
            <input type="hidden" name="type" value="11">
            <div class="entry-item">
            <label for="i0118">Password</label>
            {FlowForm.Error(ErrorId, message)}
            <input id="i0118" name="passwd" type="password" autocomplete="current-password" required autofocus {FlowForm.Invalid(ErrorId, message)}>
            </div>
            <p class="beside" id="idA_PWD_ForgotPassword">Forgotten it? Ask the person who runs this test service.</p>
            <button id="idSIButton9" type="submit">Sign in</button>
            """));
}
