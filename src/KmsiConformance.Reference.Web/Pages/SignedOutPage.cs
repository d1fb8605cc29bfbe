using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.Web.Pages;

/// <summary>What the user sees after a sign-out.</summary>
internal static class SignedOutPage
{
    public static string Render(Exchange exchange) => SitePage.Render(exchange, "signed-out", "Signed out", Html.Of($"""
        <h1>You are signed out</h1>
        <p class="told">You can close this page, or go back to the <a href="/">beginning</a>.</p>
        """));
}
