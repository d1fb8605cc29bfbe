using KmsiConformance.Reference.Http;
using KmsiConformance.Reference.Pages;

namespace KmsiConformance.Reference.OpenId.Pages;

/// <summary>What the user sees after choosing not to sign out.</summary>
internal static class StillSignedInPage
{
    public static string Render(Exchange exchange) => Layout.Render(exchange, "still-signed-in", "Still signed in", Html.Of($"""
        <h1>You are still signed in</h1>
        <p class="told">Nothing has changed. You can close this page.</p>
        """));
}
