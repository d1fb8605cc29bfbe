using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.Web.Pages;

/// <summary>Asks somebody who is signed in for another password.</summary>
internal static class PasswordPage
{
    private const string ErrorId = "error";

    /// <summary>The page with the form.</summary>
    /// <param name="token">What binds its form to the browser.</param>
    public static string Render(Exchange exchange, string token, string? message) => SitePage.Render(
        exchange, "password", "Change your password", Html.Of($"""
            <h1>Change your password</h1>
            <p class="lead">You are signed out on all other devices.</p>
            {FlowForm.Error(ErrorId, message)}
            <form method="post" action="{WebPaths.Password}" novalidate>
            {Field("current", "Current password", "current-password")}
            {Field("new", "New password", "new-password")}
            {Field("again", "New password, once more", "new-password")}
            <button id="change-password" type="submit">Change password</button>
            {FlowForm.Hidden("token", token)}
            </form>
            """));

    private static Html Field(string name, string label, string autocomplete) => Html.Of($"""
        <div class="entry-item">
        <label for="{name}">{label}</label>
        <input id="{name}" name="{name}" type="password" autocomplete="{autocomplete}" required>
        </div>
        """);
}
