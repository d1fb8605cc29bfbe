using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Pages;

namespace KmsiConformance.Reference.OpenIdConnect.Pages;

/// <summary>What the user sees after choosing not to sign out.</summary>
internal static class StillSignedInPage
{
    public static string Render(Exchange exchange) => Layout.Render(exchange, "still-signed-in", "Still signed in", Html.Of($"""
        <h1>You are still signed in</h1>
        <p class="told">Nothing has changed. You can close this page.</p>
        """));
}
