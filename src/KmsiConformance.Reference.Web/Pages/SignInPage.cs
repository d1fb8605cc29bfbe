using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Web.Rules;

namespace KmsiConformance.Reference.Web.Pages;

/// <summary>Asks for user name and password; an ordinary form.</summary>
internal static class SignInPage
{
    private const string ErrorId = "error";

    /// <summary>The page, also after something was not accepted.</summary>
    /// <param name="token">What binds its form to the browser.</param>
    /// <param name="next">Where to go afterwards, as the address says.</param>
    public static string Render(Exchange exchange, string token, string? next, string? userName, string? message) => SitePage.Render(
        exchange, "sign-in", "Sign in", Html.Of($"""
            <h1>Sign in</h1>
            <p class="lead">with the account that you have here</p>
            {FlowForm.Error(ErrorId, message)}
            <form method="post" action="{WebPaths.SignIn}" novalidate>
            {CredentialFields.UserName(userName)}
            {CredentialFields.Password(FlowForm.Invalid(ErrorId, message))}
            {(exchange.Tenant.Rules.SignIn.OffersBox(exchange.Policy) ? Box(exchange) : Html.Trusted(""))}
            <button id="sign-in" type="submit">Sign in</button>
            {FlowForm.Hidden("token", token)}
            {FlowForm.Hidden(WebPaths.ReturnParameter, next ?? "")}
            </form>
            """));

    private static Html Box(Exchange exchange) => CredentialFields.Box(exchange.Tenant.Rules.Of<SiteRules>().TicksTheBox);
}
